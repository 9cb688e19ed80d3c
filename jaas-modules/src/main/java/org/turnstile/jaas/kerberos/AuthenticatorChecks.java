/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.kerberos;

import java.time.Duration;
import java.time.Instant;
import org.apache.kerby.kerberos.kerb.type.ap.Authenticator;

/** That the client itself sent the ticket, and just now (RFC 4120 §3.2.3). */
final class AuthenticatorChecks {

    private static final int VERSION = 5;
    private static final int MICROSECONDS = 1_000_000;

    private final Duration skew;
    private final Instant now;

    AuthenticatorChecks(Duration skew, Instant now) {
        this.skew = skew;
        this.now = now;
    }

    void check(Authenticator authenticator, String client) throws RequestRefusedException {
        if (authenticator.getAuthenticatorVno() != VERSION) {
            throw KerberosError.KRB_AP_ERR_BADVERSION.because("authenticator-vno is not 5");
        }
        String named =
                Names.text(
                        authenticator.getCname(), authenticator.getCrealm(), "the authenticator");
        if (!named.equals(client)) {
            throw KerberosError.KRB_AP_ERR_BADMATCH.because(
                    "the authenticator is of " + named + ", the ticket of " + client);
        }
        int micros = authenticator.getCusec();
        if (authenticator.getCtime() == null || micros < 0 || micros >= MICROSECONDS) {
            throw KerberosError.KRB_ERR_GENERIC.because("the authenticator: ctime or cusec");
        }
        Instant sent = TicketChecks.instant(authenticator.getCtime()).plusNanos(micros * 1_000L);
        if (Duration.between(sent, now).abs().compareTo(skew) > 0) {
            throw KerberosError.KRB_AP_ERR_SKEW.because(
                    "the clock of " + client + " said " + sent + ", this one says " + now);
        }
    }
}
