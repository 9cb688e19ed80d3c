/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.kdc;

import org.apache.kerby.kerberos.kerb.KrbErrorCode;
import org.apache.kerby.kerberos.kerb.KrbException;
import org.apache.kerby.kerberos.kerb.server.request.ServiceTicketIssuer;
import org.apache.kerby.kerberos.kerb.type.KerberosTime;
import org.apache.kerby.kerberos.kerb.type.base.EncryptionKey;
import org.apache.kerby.kerberos.kerb.type.kdc.KdcOption;
import org.apache.kerby.kerberos.kerb.type.ticket.EncTicketPart;
import org.apache.kerby.kerberos.kerb.type.ticket.TicketFlag;
import org.apache.kerby.kerberos.kerb.type.ticket.TicketFlags;

/**
 * Makes the ticket of a ticket-granting service exchange: no better than the ticket-granting ticket
 * in any respect (RFC 4120 §3.3.3).
 */
final class ServiceIssuer extends ServiceTicketIssuer {
    private final TgsExchange exchange;
    private final EncTicketPart tgt;

    ServiceIssuer(TgsExchange exchange) {
        super(exchange);
        this.exchange = exchange;
        this.tgt = exchange.tgt();
    }

    @Override
    public EncTicketPart makeEncTicketPart() throws KrbException {
        EncTicketPart part = super.makeEncTicketPart();
        flags(part.getFlags());
        KerberosTime now = part.getAuthTime();
        part.setAuthTime(tgt.getAuthTime());
        part.setStartTime(now);
        part.setEndTime(endTime(part, now));
        if (!now.lessThan(part.getEndTime())) {
            throw new Refusal(KrbErrorCode.KDC_ERR_NEVER_VALID);
        }
        if (part.getFlags().isFlagSet(TicketFlag.RENEWABLE)) {
            part.setRenewtill(renewTill(part));
        } else {
            part.setRenewtill(null);
        }
        if (!exchange.asks(KdcOption.FORWARDED)) {
            part.setClientAddresses(tgt.getClientAddresses());
        }
        return part;
    }

    private void flags(TicketFlags flags) {
        flags.clearFlag(TicketFlag.INITIAL);
        flags.clearFlag(TicketFlag.MAY_POSTDATE);
        flags.clearFlag(TicketFlag.PROXIABLE);
        keepIfGranted(flags, TicketFlag.FORWARDABLE);
        if (exchange.asks(KdcOption.RENEW)) {
            flags.setFlag(TicketFlag.RENEWABLE);
        }
        keepIfGranted(flags, TicketFlag.RENEWABLE);
        if (exchange.asks(KdcOption.FORWARDED) || granted(TicketFlag.FORWARDED)) {
            flags.setFlag(TicketFlag.FORWARDED);
        }
    }

    private void keepIfGranted(TicketFlags flags, TicketFlag flag) {
        if (!granted(flag)) {
            flags.clearFlag(flag);
        }
    }

    private boolean granted(TicketFlag flag) {
        return tgt.getFlags().isFlagSet(flag);
    }

    private KerberosTime endTime(EncTicketPart part, KerberosTime now) {
        if (!exchange.asks(KdcOption.RENEW)) {
            return IssuedTicket.earlier(part.getEndTime(), tgt.getEndTime());
        }
        KerberosTime start = tgt.getStartTime() == null ? tgt.getAuthTime() : tgt.getStartTime();
        return IssuedTicket.earlier(now.extend(tgt.getEndTime().diff(start)), tgt.getRenewtill());
    }

    private KerberosTime renewTill(EncTicketPart part) {
        if (exchange.asks(KdcOption.RENEW) || part.getRenewtill() == null) {
            return tgt.getRenewtill();
        }
        return IssuedTicket.earlier(part.getRenewtill(), tgt.getRenewtill());
    }

    @Override
    protected EncryptionKey getTicketEncryptionKey() {
        return IssuedTicket.sealingKey(exchange.getServerEntry());
    }
}
