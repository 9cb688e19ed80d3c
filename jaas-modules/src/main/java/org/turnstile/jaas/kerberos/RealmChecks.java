/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.kerberos;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kerby.kerberos.kerb.type.base.TransitedEncoding;
import org.apache.kerby.kerberos.kerb.type.ticket.EncTicketPart;
import org.apache.kerby.kerberos.kerb.type.ticket.TicketFlag;

/** Whose users are taken, and over which realms their tickets may have come (RFC 4120 §2.7). */
final class RealmChecks {

    private final Predicate<String> trusted;

    RealmChecks(Predicate<String> trusted) {
        this.trusted = trusted;
    }

    void check(EncTicketPart ticket, String client, String serviceRealm)
            throws RequestRefusedException {
        String realm = ticket.getCrealm();
        if (!trusted.test(realm)) {
            throw KerberosError.KDC_ERR_PATH_NOT_ACCEPTED.because(
                    client + " is of a realm that is not trusted");
        }
        boolean checkedByKdc = ticket.getFlags().isFlagSet(TicketFlag.TRANSIT_POLICY_CHECKED);
        if (realm.equals(serviceRealm) || checkedByKdc) {
            return;
        }
        for (String between : transited(ticket)) {
            if (!trusted.test(between)) {
                throw KerberosError.KDC_ERR_PATH_NOT_ACCEPTED.because(
                        client
                                + " comes by way of realms that are not trusted, and the KDC has"
                                + " not checked them");
            }
        }
    }

    /**
     * The realms between that of the client and ours. A compressed list gives parts that are no
     * realm's name, and so trusted by nobody.
     */
    static List<String> transited(EncTicketPart ticket) {
        TransitedEncoding transited = ticket.getTransited();
        byte[] contents = transited == null ? null : transited.getContents();
        return contents == null || contents.length == 0
                ? List.of()
                : List.of(new String(contents, StandardCharsets.US_ASCII).split(",", -1));
    }
}
