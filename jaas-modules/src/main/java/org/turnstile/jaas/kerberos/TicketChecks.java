/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.kerberos;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import org.apache.kerby.kerberos.kerb.type.KerberosTime;
import org.apache.kerby.kerberos.kerb.type.base.HostAddresses;
import org.apache.kerby.kerberos.kerb.type.ticket.EncTicketPart;
import org.apache.kerby.kerberos.kerb.type.ticket.TicketFlag;

/** What must hold of a ticket beside its key (RFC 4120 §3.2.3). */
final class TicketChecks {

    private final Duration skew;
    private final Instant now;

    TicketChecks(Duration skew, Instant now) {
        this.skew = skew;
        this.now = now;
    }

    void check(EncTicketPart ticket, String client, InetAddress peer)
            throws RequestRefusedException {
        checkComplete(ticket, client);
        checkTimes(ticket, client);
        HostAddresses addresses = ticket.getClientAddresses();
        boolean bound = addresses != null && !addresses.getElements().isEmpty();
        if (bound && (peer == null || !addresses.contains(peer))) {
            throw KerberosError.KRB_AP_ERR_BADADDR.because(
                    "the ticket of " + client + " may not come from this address");
        }
    }

    private static void checkComplete(EncTicketPart ticket, String client)
            throws RequestRefusedException {
        if (ticket.getFlags() == null
                || ticket.getAuthTime() == null
                || ticket.getEndTime() == null) {
            throw KerberosError.KRB_ERR_GENERIC.because(
                    "the ticket of " + client + ": a field is missing");
        }
        if (client.startsWith("WELLKNOWN/")) {
            throw KerberosError.KRB_ERR_GENERIC.because("an anonymous ticket names nobody");
        }
    }

    private void checkTimes(EncTicketPart ticket, String client) throws RequestRefusedException {
        Instant start = start(ticket);
        if (ticket.getFlags().isFlagSet(TicketFlag.INVALID) || start.isAfter(now.plus(skew))) {
            throw KerberosError.KRB_AP_ERR_TKT_NYV.because(
                    "the ticket of " + client + " is marked invalid, or begins at " + start);
        }
        Instant end = instant(ticket.getEndTime());
        if (end.isBefore(now.minus(skew))) {
            throw KerberosError.KRB_AP_ERR_TKT_EXPIRED.because(
                    "the ticket of " + client + " ended at " + end);
        }
    }

    static Instant start(EncTicketPart ticket) {
        KerberosTime start = ticket.getStartTime();
        return instant(start == null ? ticket.getAuthTime() : start);
    }

    static Instant instant(KerberosTime time) {
        return Instant.ofEpochMilli(time.getTime());
    }
}
