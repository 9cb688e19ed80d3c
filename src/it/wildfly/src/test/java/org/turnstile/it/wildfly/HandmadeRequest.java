/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.wildfly;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.apache.kerby.kerberos.kerb.KrbCodec;
import org.apache.kerby.kerberos.kerb.KrbException;
import org.apache.kerby.kerberos.kerb.common.EncryptionUtil;
import org.apache.kerby.kerberos.kerb.type.KerberosTime;
import org.apache.kerby.kerberos.kerb.type.ap.ApOption;
import org.apache.kerby.kerberos.kerb.type.ap.ApOptions;
import org.apache.kerby.kerberos.kerb.type.ap.ApRep;
import org.apache.kerby.kerberos.kerb.type.ap.ApReq;
import org.apache.kerby.kerberos.kerb.type.ap.Authenticator;
import org.apache.kerby.kerberos.kerb.type.ap.EncAPRepPart;
import org.apache.kerby.kerberos.kerb.type.base.EncryptedData;
import org.apache.kerby.kerberos.kerb.type.base.EncryptionKey;
import org.apache.kerby.kerberos.kerb.type.base.KeyUsage;
import org.apache.kerby.kerberos.kerb.type.base.PrincipalName;
import org.apache.kerby.kerberos.kerb.type.base.TransitedEncoding;
import org.apache.kerby.kerberos.kerb.type.base.TransitedEncodingType;
import org.apache.kerby.kerberos.kerb.type.ticket.EncTicketPart;
import org.apache.kerby.kerberos.kerb.type.ticket.Ticket;
import org.apache.kerby.kerberos.kerb.type.ticket.TicketFlag;
import org.apache.kerby.kerberos.kerb.type.ticket.TicketFlags;

/**
 * An AP-REQ made with the service's key and without a KDC: right by default, wrong where a test
 * says so. By default the client is of the service's realm, the ticket holds for an hour from a
 * minute ago, mutual authentication is required, and there is a subkey but no checksum.
 */
final class HandmadeRequest {

    private static final int CUSEC = 123_456;
    private static final int SEQUENCE_NUMBER = 7;

    private final HandmadeKey service;
    private final EncryptionKey session = HandmadeKey.randomKey();
    private final TicketFlags flags = new TicketFlags();
    private final ApOptions options = new ApOptions();
    private String client;
    private Instant start = Instant.now().minus(Duration.ofMinutes(1));
    private Instant end = Instant.now().plus(Duration.ofHours(1));
    private Instant sent = Instant.now();
    private boolean subkey = true;

    /**
     * Of a client of the service's realm.
     *
     * @param user without realm
     */
    HandmadeRequest(HandmadeKey service, String user) {
        this.service = service;
        client = user + "@" + PrincipalName.extractRealm(service.service());
        flags.setFlag(TicketFlag.PRE_AUTH);
        options.setFlag(ApOption.MUTUAL_REQUIRED);
    }

    /** The client, with its realm. */
    HandmadeRequest client(String principal) {
        client = principal;
        return this;
    }

    /** When the ticket holds. */
    HandmadeRequest valid(Instant from, Instant until) {
        start = from;
        end = until;
        return this;
    }

    /** When the client says it is. */
    HandmadeRequest sent(Instant time) {
        sent = time;
        return this;
    }

    /** Sets a flag of the ticket. */
    HandmadeRequest flag(TicketFlag flag) {
        flags.setFlag(flag);
        return this;
    }

    /** The client asks for no proof of the service. */
    HandmadeRequest withoutMutual() {
        options.clearFlag(ApOption.MUTUAL_REQUIRED);
        return this;
    }

    /** The client has no key of its own. */
    HandmadeRequest withoutSubkey() {
        subkey = false;
        return this;
    }

    /** The AP-REQ. */
    byte[] bytes() throws IOException {
        try {
            ApReq request = new ApReq();
            request.setApOptions(options);
            request.setTicket(ticket());
            request.setEncryptedAuthenticator(
                    EncryptionUtil.seal(authenticator(), session, KeyUsage.AP_REQ_AUTH));
            return request.encode();
        } catch (KrbException e) {
            throw new IOException(e);
        }
    }

    private Ticket ticket() throws KrbException {
        PrincipalName name = new PrincipalName(service.service());
        EncryptedData sealed =
                EncryptionUtil.seal(ticketPart(), service.key(), KeyUsage.KDC_REP_TICKET);
        sealed.setKvno(service.kvno());
        Ticket ticket = new Ticket();
        ticket.setSname(name);
        ticket.setRealm(name.getRealm());
        ticket.setEncryptedEncPart(sealed);
        return ticket;
    }

    private EncTicketPart ticketPart() {
        TransitedEncoding nobody = new TransitedEncoding();
        nobody.setTrType(TransitedEncodingType.DOMAIN_X500_COMPRESS);
        nobody.setContents(new byte[0]);
        EncTicketPart part = new EncTicketPart();
        part.setFlags(flags);
        part.setKey(session);
        part.setCname(new PrincipalName(client));
        part.setCrealm(PrincipalName.extractRealm(client));
        part.setTransited(nobody);
        part.setAuthTime(time(start));
        part.setStartTime(time(start));
        part.setEndTime(time(end));
        return part;
    }

    private Authenticator authenticator() {
        Authenticator part = new Authenticator();
        part.setAuthenticatorVno(5);
        part.setCname(new PrincipalName(client));
        part.setCrealm(PrincipalName.extractRealm(client));
        part.setCtime(time(sent));
        part.setCusec(CUSEC);
        part.setSeqNumber(SEQUENCE_NUMBER);
        if (subkey) {
            part.setSubKey(HandmadeKey.randomKey());
        }
        return part;
    }

    /** Whether an AP-REP proves the service: sealed by the session key, it repeats the time. */
    boolean isProvedBy(byte[] apRep) throws IOException {
        try {
            EncAPRepPart part =
                    EncryptionUtil.unseal(
                            KrbCodec.decode(apRep, ApRep.class).getEncryptedEncPart(),
                            session,
                            KeyUsage.AP_REP_ENCPART,
                            EncAPRepPart.class);
            return part.getCtime().equals(time(sent)) && part.getCusec() == CUSEC;
        } catch (KrbException e) {
            throw new IOException(e);
        }
    }

    /** The same ticket with damage to its last byte, which belongs to the authenticator. */
    static byte[] damaged(byte[] request) {
        byte[] damaged = Arrays.copyOf(request, request.length);
        damaged[damaged.length - 1] ^= 1;
        return damaged;
    }

    /** A time of Kerberos has whole seconds. */
    private static KerberosTime time(Instant instant) {
        return new KerberosTime(instant.getEpochSecond() * 1000);
    }
}
