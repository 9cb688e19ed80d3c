/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.agent;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import javax.security.auth.DestroyFailedException;
import javax.security.auth.kerberos.KerberosKey;
import javax.security.auth.kerberos.KerberosPrincipal;
import javax.security.auth.kerberos.KeyTab;

/**
 * A principal's key in a keytab, as a program has it that runs without a person.
 *
 * @param keytab the file
 * @param principal the principal, with its realm
 */
public record KeytabKey(Path keytab, String principal) implements TicketSource {

    /**
     * A key, for a principal that need not name its realm.
     *
     * @param configuration has the realm of a name without one
     * @throws AgentException if there is no realm
     */
    public static KeytabKey of(Path keytab, String principal, KerberosConfiguration configuration)
            throws AgentException {
        if (principal.indexOf('@') >= 0) {
            return new KeytabKey(keytab, principal);
        }
        String realm =
                configuration
                        .libDefault("default_realm")
                        .orElseThrow(
                                () ->
                                        new AgentException(
                                                AgentException.Kind.FILE,
                                                "principal '"
                                                        + principal
                                                        + "' has no @REALM, and "
                                                        + configuration
                                                        + " no default_realm"));
        return new KeytabKey(keytab, principal + "@" + realm);
    }

    @Override
    public String check(Instant now) throws AgentException {
        if (!Files.isReadable(keytab)) {
            throw failed(
                    Files.exists(keytab) ? "cannot be read by this user" : "there is no such file");
        }
        KerberosKey[] keys;
        try {
            KerberosPrincipal name = new KerberosPrincipal(principal);
            keys = KeyTab.getInstance(name, keytab.toFile()).getKeys(name);
        } catch (IllegalArgumentException e) {
            throw failed("'" + principal + "' is no principal: " + e.getMessage());
        }
        if (keys.length == 0) {
            throw failed("no key of " + principal + " that this Java can use");
        }
        destroy(keys);
        return principal;
    }

    @Override
    public Map<String, String> loginOptions() {
        return Map.of("useKeyTab", "true", "keyTab", keytab.toString(), "principal", principal);
    }

    private static void destroy(KerberosKey[] keys) throws AgentException {
        try {
            for (KerberosKey key : keys) {
                key.destroy();
            }
        } catch (DestroyFailedException e) {
            throw new AgentException(
                    AgentException.Kind.FILE, "a key cannot be destroyed: " + e.getMessage(), e);
        }
    }

    private AgentException failed(String why) {
        return new AgentException(AgentException.Kind.FILE, "keytab " + keytab + ": " + why);
    }
}
