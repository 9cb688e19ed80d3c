/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.kerberos;

import java.util.List;
import java.util.Set;
import org.apache.kerby.kerberos.kerb.type.base.EncryptedData;
import org.apache.kerby.kerberos.kerb.type.base.KeyUsage;
import org.apache.kerby.kerberos.kerb.type.ticket.EncTicketPart;
import org.apache.kerby.kerberos.kerb.type.ticket.Ticket;

/** Opens a ticket with the key of a keytab that it names (RFC 4120 §3.2.3). */
final class TicketOpener {

    /** [APPLICATION 3]. */
    private static final int ENC_TICKET_PART = 0x63;

    private static final int ABSENT = -1;

    private final Keytab keytab;
    private final Set<String> services;
    private final Set<Aes> etypes;

    TicketOpener(Keytab keytab, Set<String> services, Set<Aes> etypes) {
        this.keytab = keytab;
        this.services = services;
        this.etypes = etypes;
    }

    EncTicketPart open(Ticket ticket, String service) throws RequestRefusedException {
        if (!services.contains(service)) {
            throw KerberosError.KRB_AP_ERR_NOT_US.because(
                    "the ticket is for " + service + ", not for one of " + services);
        }
        EncryptedData sealed = ticket.getEncryptedEncPart();
        Aes etype =
                Aes.of(sealed)
                        .filter(etypes::contains)
                        .orElseThrow(() -> notSupported("the ticket for " + service));
        List<ServiceKey> keys = keys(service, etype, sealed.getKvno());
        RequestRefusedException last = null;
        for (ServiceKey key : keys) {
            try {
                return Sealed.open(
                        sealed,
                        key.forKerby(),
                        KeyUsage.KDC_REP_TICKET,
                        ENC_TICKET_PART,
                        EncTicketPart.class);
            } catch (RequestRefusedException e) {
                last = e; // without a kvno every key is tried
            }
        }
        throw last;
    }

    private List<ServiceKey> keys(String service, Aes etype, int kvno)
            throws RequestRefusedException {
        List<ServiceKey> ofType = keytab.of(service).filter(key -> key.etype() == etype).toList();
        if (ofType.isEmpty()) {
            throw KerberosError.KRB_AP_ERR_NOKEY.because(
                    "the keytab has no key " + etype.label() + " of " + service);
        }
        long wanted = Integer.toUnsignedLong(kvno);
        List<ServiceKey> ofVersion =
                kvno == ABSENT
                        ? ofType
                        : ofType.stream().filter(key -> key.kvno() == wanted).toList();
        if (ofVersion.isEmpty()) {
            throw KerberosError.KRB_AP_ERR_BADKEYVER.because(
                    "the ticket needs kvno "
                            + wanted
                            + " of "
                            + service
                            + ", the keytab has "
                            + ofType.stream().map(ServiceKey::kvno).toList());
        }
        return ofVersion;
    }

    static RequestRefusedException notSupported(String what) {
        return KerberosError.KDC_ERR_ETYPE_NOSUPP.because(
                what + ": of an encryption type that is not taken");
    }
}
