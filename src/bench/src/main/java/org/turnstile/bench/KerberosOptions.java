/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench;

import org.turnstile.api.kerberos.Framing;
import org.turnstile.bench.kerberos.Tickets;
import org.turnstile.eua.agent.AgentException;
import org.turnstile.eua.agent.CredentialCache;
import org.turnstile.eua.agent.KerberosConfiguration;
import org.turnstile.eua.agent.KerberosInitiator;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options for associations by Kerberos ticket; the ticket is the credential cache's. */
final class KerberosOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--service",
            paramLabel = "PRINCIPAL",
            description = "come with a Kerberos ticket to this service, a fresh AP-REQ each time")
    private String service;

    @Option(
            names = "--framing",
            defaultValue = "RAW",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private Framing framing;

    @Option(
            names = "--ahead",
            defaultValue = "50000",
            paramLabel = "NUMBER",
            description = "AP-REQs made before the clock starts (default: ${DEFAULT-VALUE})")
    private int ahead;

    boolean isPresent() {
        return service != null;
    }

    /** Whoever calls closes it. */
    KerberosInitiator open() throws AgentException {
        KerberosConfiguration configuration = KerberosConfiguration.find(System.getenv());
        return KerberosInitiator.open(
                CredentialCache.find(System.getenv(), configuration), configuration);
    }

    Tickets tickets(KerberosInitiator initiator) {
        return Checks.inRange(spec, () -> new Tickets(initiator, service, framing, ahead));
    }
}
