/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.ldap;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.turnstile.api.LoginUnavailableException;
import org.turnstile.jaas.Home;
import org.turnstile.jaas.Modules;

/** Options that cannot work are said before a directory is asked. */
class LdapOptionsTest {

    @TempDir private Path folder;
    private Home home;

    @BeforeEach
    void aHome() {
        home = new Home(folder);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "userDn='uid={name},o=x'|urls: is not set",
                "urls='http://h' userDn='uid={name},o=x'|urls=http://h: is not ldap",
                "urls='ldaps://' userDn='uid={name},o=x'|urls: ldaps:// is",
                "urls='ldaps://h:0' userDn='uid={name},o=x'|urls: ldaps://h:0 is no URL",
                "urls='ldaps://h/o=x' userDn='uid={name},o=x'|urls: ldaps://h/o=x is not HOST",
                "urls='ldap://10.0.0.1' userDn='uid={name},o=x'|urls: ldap://10.0.0.1:389 would",
                "urls='ldap://127.evil.org' userDn='uid={name},o=x'|would carry passcodes",
                "urls='ldaps://h'|userDn: exactly one of userDn and userBase",
                "urls='ldaps://h' userDn='uid={name}' userBase='o=x'|userDn: exactly one of",
                "urls='ldaps://h' userDn='uid=alice'|userDn: uid=alice has no {name}",
                "urls='ldaps://h' userDn='{name}@x'|userDn: {name}@x is no DN",
                "urls='ldaps://h' userBase='o=x' userFilter='(uid={name}'|is no filter",
                "urls='ldaps://h' userBase='o=x' userFilter='(uid=*)'|has neither {name} nor {dn}",
                "urls='ldaps://h' userDn='uid={name}' groupBase='o=x' groupFilter='x'|groupFilter: ",
                "urls='ldaps://h' userDn='uid={name}' bindDn='cn=x'|bindDn: is set without",
                "urls='ldaps://h' userDn='uid={name}' bindPasscodeFile='x'|bindDn: is set without",
                "urls='ldaps://h' userDn='uid={name}' timeoutSeconds='0'|=0: is not 1 to 60",
                "urls='ldaps://h' userDn='uid={name}' timeoutSeconds='61'|is not 1 to 60",
                "urls='ldaps://h' userDn='uid={name}' connections='0'|is not 1 to 256",
                "urls='ldaps://h' userDn='uid={name}' bindPasscode='x'|bindPasscode is unknown"
            },
            quoteCharacter = '`')
    void aFaultNamesTheModuleAndTheOption(String options, String fault) throws Exception {
        home.stack(Modules.LDAP + "required " + options.replace('\'', '"'));

        assertThatThrownBy(() -> home.login(home.passcode("alice", "secret")))
                .isInstanceOf(LoginUnavailableException.class)
                .hasMessageStartingWith("LdapLoginModule: option ")
                .hasMessageContaining(fault);
    }
}
