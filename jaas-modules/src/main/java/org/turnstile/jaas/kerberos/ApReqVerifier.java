/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.kerberos;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.apache.kerby.kerberos.kerb.type.ap.ApReq;
import org.apache.kerby.kerberos.kerb.type.ap.Authenticator;
import org.apache.kerby.kerberos.kerb.type.base.EncryptionKey;
import org.apache.kerby.kerberos.kerb.type.base.KeyUsage;
import org.apache.kerby.kerberos.kerb.type.ticket.EncTicketPart;

/**
 * Verifies an AP-REQ, in whatever framing it came, against the keys of a keytab (RFC 4120 §3.2.3).
 * Whether it is a replay is asked behind it, so that only sound requests are remembered.
 */
final class ApReqVerifier {

    /** [APPLICATION 2]. */
    private static final int AUTHENTICATOR = 0x62;

    private final KerberosPolicy policy;
    private final Keytab keytab;
    private final Clock clock;

    ApReqVerifier(KerberosPolicy policy, Keytab keytab, Clock clock) {
        this.policy = policy;
        this.keytab = keytab;
        this.clock = clock;
    }

    /**
     * Returns if the client of the ticket has sent it, to us and now.
     *
     * @param apReq the whole message, its structure known to be sound
     * @param peer address of the peer; null if it has none
     */
    VerifiedRequest verify(byte[] apReq, InetAddress peer) throws RequestRefusedException {
        Instant now = clock.instant();
        ApReq request = ApReqReader.read(apReq);
        Set<String> services = policy.servicesOf(keytab);
        String service =
                Names.text(
                        request.getTicket().getSname(),
                        request.getTicket().getRealm(),
                        "the ticket's service");
        EncTicketPart ticket =
                new TicketOpener(keytab, services, policy.etypes())
                        .open(request.getTicket(), service);
        String client = Names.text(ticket.getCname(), ticket.getCrealm(), "the ticket's client");
        new TicketChecks(policy.skew(), now).check(ticket, client, peer);
        new RealmChecks(realm -> policy.trusts(realm, services))
                .check(ticket, client, Names.realm(service));
        Authenticator authenticator = authenticator(request, ticket.getKey());
        new AuthenticatorChecks(policy.skew(), now).check(authenticator, client);
        return new VerifiedRequest(service, client, request, ticket, authenticator);
    }

    private Authenticator authenticator(ApReq request, EncryptionKey sessionKey)
            throws RequestRefusedException {
        Aes etype = taken(sessionKey, "the session key");
        if (Aes.of(request.getEncryptedAuthenticator()).filter(etype::equals).isEmpty()) {
            throw TicketOpener.notSupported("the authenticator");
        }
        Authenticator authenticator =
                Sealed.open(
                        request.getEncryptedAuthenticator(),
                        sessionKey,
                        KeyUsage.AP_REQ_AUTH,
                        AUTHENTICATOR,
                        Authenticator.class);
        if (authenticator.getSubKey() != null) {
            taken(authenticator.getSubKey(), "the subkey");
        }
        return authenticator;
    }

    private Aes taken(EncryptionKey key, String what) throws RequestRefusedException {
        return Aes.of(key)
                .filter(policy.etypes()::contains)
                .orElseThrow(() -> TicketOpener.notSupported(what));
    }
}
