/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.kdc;

import org.apache.kerby.kerberos.kerb.KrbException;
import org.apache.kerby.kerberos.kerb.server.request.AsRequest;
import org.apache.kerby.kerberos.kerb.server.request.TgtTicketIssuer;
import org.apache.kerby.kerberos.kerb.type.base.EncryptionKey;
import org.apache.kerby.kerberos.kerb.type.ticket.EncTicketPart;
import org.apache.kerby.kerberos.kerb.type.ticket.TicketFlag;

/** Makes the ticket of an authentication service exchange. */
final class TgtIssuer extends TgtTicketIssuer {
    TgtIssuer(AsRequest request) {
        super(request);
    }

    @Override
    public EncTicketPart makeEncTicketPart() throws KrbException {
        EncTicketPart part = super.makeEncTicketPart();
        part.getFlags().clearFlag(TicketFlag.MAY_POSTDATE);
        part.getFlags().clearFlag(TicketFlag.PROXIABLE);
        part.setStartTime(part.getAuthTime());
        return part;
    }

    @Override
    protected EncryptionKey getTicketEncryptionKey() {
        return IssuedTicket.sealingKey(getKdcRequest().getServerEntry());
    }
}
