/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.kerberos;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.turnstile.cli.common.CommandFailedException;
import org.turnstile.eua.agent.AgentException;
import org.turnstile.eua.agent.CredentialCache;
import org.turnstile.eua.agent.KerberosConfiguration;
import org.turnstile.eua.agent.KerberosInitiator;
import org.turnstile.eua.agent.KeytabKey;
import org.turnstile.eua.agent.TicketSource;
import picocli.CommandLine.Option;

/** Where the ticket-granting ticket comes from: the user's credential cache, unless they say. */
public final class TicketOptions {

    @Option(
            names = "--keytab",
            paramLabel = "FILE",
            description =
                    "Get a ticket with a key from this keytab, not from the credential cache of"
                            + " kinit.")
    private Path keytab;

    @Option(
            names = "--principal",
            paramLabel = "NAME",
            description = "The principal whose key of the keytab is meant.")
    private String principal;

    /** Whether any is given. */
    public boolean isPresent() {
        return keytab != null || principal != null;
    }

    /** What is wrong with them, if anything. */
    public Optional<String> contradiction() {
        return (keytab == null) == (principal == null)
                ? Optional.empty()
                : Optional.of("--keytab and --principal need each other");
    }

    /**
     * Takes or gets the ticket.
     *
     * @param environment names the files of Kerberos, as for MIT's programs
     */
    public KerberosInitiator open(Map<String, String> environment) throws CommandFailedException {
        try {
            KerberosConfiguration configuration = KerberosConfiguration.find(environment);
            TicketSource source =
                    keytab == null
                            ? CredentialCache.find(environment, configuration)
                            : KeytabKey.of(keytab, principal, configuration);
            return KerberosInitiator.open(source, configuration);
        } catch (AgentException e) {
            throw AgentFailures.of(e);
        }
    }
}
