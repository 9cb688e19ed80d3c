/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.agent;

import java.util.HashMap;
import java.util.Map;
import javax.security.auth.Subject;
import javax.security.auth.kerberos.KerberosTicket;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import javax.security.auth.login.Configuration;
import javax.security.auth.login.LoginContext;
import javax.security.auth.login.LoginException;

/** Logs in with the JDK's own module, beside the agent. */
final class JdkLogin {

    private static final String MODULE = "com.sun.security.auth.module.Krb5LoginModule";

    private JdkLogin() {}

    /** The ticket-granting ticket that a key gets. */
    static KerberosTicket ticketOf(KeytabKey key) throws LoginException {
        return login(key.loginOptions()).getPrivateCredentials(KerberosTicket.class).stream()
                .findFirst()
                .orElseThrow();
    }

    static Subject login(Map<String, String> options) throws LoginException {
        Map<String, String> all = new HashMap<>(options);
        all.put("doNotPrompt", "true");
        all.put("refreshKrb5Config", "true");
        AppConfigurationEntry[] entries = {
            new AppConfigurationEntry(MODULE, LoginModuleControlFlag.REQUIRED, all)
        };
        Configuration configuration =
                new Configuration() {
                    @Override
                    public AppConfigurationEntry[] getAppConfigurationEntry(String name) {
                        return entries;
                    }
                };
        Subject subject = new Subject();
        new LoginContext("test", subject, null, configuration).login();
        return subject;
    }
}
