/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.kerberos;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.apache.kerby.kerberos.kerb.KrbCodec;
import org.apache.kerby.kerberos.kerb.KrbException;
import org.apache.kerby.kerberos.kerb.crypto.EncryptionHandler;
import org.apache.kerby.kerberos.kerb.type.KerberosTime;
import org.apache.kerby.kerberos.kerb.type.ap.ApOption;
import org.apache.kerby.kerberos.kerb.type.ap.ApOptions;
import org.apache.kerby.kerberos.kerb.type.ap.ApReq;
import org.apache.kerby.kerberos.kerb.type.ap.Authenticator;
import org.apache.kerby.kerberos.kerb.type.base.EncryptedData;
import org.apache.kerby.kerberos.kerb.type.base.EncryptionKey;
import org.apache.kerby.kerberos.kerb.type.base.EncryptionType;
import org.apache.kerby.kerberos.kerb.type.base.KeyUsage;
import org.apache.kerby.kerberos.kerb.type.base.NameType;
import org.apache.kerby.kerberos.kerb.type.base.PrincipalName;
import org.apache.kerby.kerberos.kerb.type.base.TransitedEncoding;
import org.apache.kerby.kerberos.kerb.type.base.TransitedEncodingType;
import org.apache.kerby.kerberos.kerb.type.ticket.EncTicketPart;
import org.apache.kerby.kerberos.kerb.type.ticket.Ticket;
import org.apache.kerby.kerberos.kerb.type.ticket.TicketFlag;
import org.apache.kerby.kerberos.kerb.type.ticket.TicketFlags;

/**
 * An AP-REQ of alice for {@code dicom/localhost}, as a KDC and a client make one; what a case needs
 * otherwise is changed before it is sealed.
 */
final class Request {

    static final String REALM = "TURNSTILE.TEST";
    static final String SERVICE = "dicom/localhost";
    static final String ALICE = "alice@" + REALM;
    static final EncryptionType AES256 = EncryptionType.AES256_CTS_HMAC_SHA1_96;

    private final EncryptionKey serviceKey;
    private final EncTicketPart ticketPart = new EncTicketPart();
    private final Authenticator authenticator = new Authenticator();
    private final ApOptions options = new ApOptions();
    private String service = SERVICE;
    private String realm = REALM;
    private Integer kvno;
    private EncryptionKey authenticatorKey;
    private UnaryOperator<byte[]> ticketBytes = UnaryOperator.identity();
    private UnaryOperator<byte[]> authenticatorBytes = UnaryOperator.identity();

    private Request(EncryptionKey serviceKey, EncryptionKey sessionKey) {
        this.serviceKey = serviceKey;
        this.authenticatorKey = sessionKey;
        Instant now = Instant.now();
        ticketPart.setFlags(new TicketFlags());
        ticketPart.getFlags().setFlag(TicketFlag.PRE_AUTH);
        ticketPart.setKey(sessionKey);
        client("alice", REALM);
        TransitedEncoding transited = new TransitedEncoding();
        transited.setTrType(TransitedEncodingType.DOMAIN_X500_COMPRESS);
        transited.setContents(new byte[0]);
        ticketPart.setTransited(transited);
        ticketPart.setAuthTime(time(now.minusSeconds(60)));
        ticketPart.setStartTime(time(now.minusSeconds(60)));
        ticketPart.setEndTime(time(now.plus(Duration.ofHours(8))));
        authenticator.setAuthenticatorVno(5);
        authenticator.setCtime(time(now));
        authenticator.setCusec((int) (System.nanoTime() / 1_000 % 1_000_000));
        authenticator.setSubKey(key(AES256));
        authenticator.setSeqNumber(7);
        options.setFlag(ApOption.MUTUAL_REQUIRED);
    }

    /** Sealed with that key of the service; kvno 1. */
    static Request with(EncryptionKey serviceKey) {
        return new Request(serviceKey, key(AES256)).kvno(1);
    }

    static Request with(EncryptionKey serviceKey, EncryptionKey sessionKey) {
        return new Request(serviceKey, sessionKey).kvno(1);
    }

    static EncryptionKey key(EncryptionType type) {
        try {
            return EncryptionHandler.random2Key(type);
        } catch (KrbException e) {
            throw new IllegalStateException(e);
        }
    }

    static KerberosTime time(Instant instant) {
        return new KerberosTime(instant.getEpochSecond() * 1_000);
    }

    static PrincipalName name(String... parts) {
        return new PrincipalName(List.of(parts), NameType.NT_PRINCIPAL);
    }

    /** The client, in ticket and authenticator. */
    Request client(String name, String realm) {
        ticketPart.setCname(name(name.split("/")));
        ticketPart.setCrealm(realm);
        authenticator.setCname(name(name.split("/")));
        authenticator.setCrealm(realm);
        return this;
    }

    Request service(String service, String realm) {
        this.service = service;
        this.realm = realm;
        return this;
    }

    /** Null for none. */
    Request kvno(Integer kvno) {
        this.kvno = kvno;
        return this;
    }

    Request authenticatorSealedWith(EncryptionKey key) {
        authenticatorKey = key;
        return this;
    }

    Request ticket(Consumer<EncTicketPart> change) {
        change.accept(ticketPart);
        return this;
    }

    Request authenticator(Consumer<Authenticator> change) {
        change.accept(authenticator);
        return this;
    }

    Request options(Consumer<ApOptions> change) {
        change.accept(options);
        return this;
    }

    /** Changes the bytes of the EncTicketPart before they are sealed, as a broken KDC would. */
    Request ticketBytes(UnaryOperator<byte[]> change) {
        ticketBytes = change;
        return this;
    }

    /** Changes the bytes of the Authenticator before they are sealed, as a bad client would. */
    Request authenticatorBytes(UnaryOperator<byte[]> change) {
        authenticatorBytes = change;
        return this;
    }

    Authenticator authenticator() {
        return authenticator;
    }

    EncryptionKey sessionKey() {
        return ticketPart.getKey();
    }

    /** The bytes, 6E ... */
    byte[] bytes() {
        try {
            Ticket ticket = new Ticket();
            ticket.setSname(name(service.split("/")));
            ticket.setRealm(realm);
            ticket.setEncryptedEncPart(
                    seal(
                            ticketBytes.apply(KrbCodec.encode(ticketPart)),
                            serviceKey,
                            KeyUsage.KDC_REP_TICKET,
                            kvno));
            ApReq request = new ApReq();
            request.setApOptions(options);
            request.setTicket(ticket);
            request.setEncryptedAuthenticator(
                    seal(
                            authenticatorBytes.apply(KrbCodec.encode(authenticator)),
                            authenticatorKey,
                            KeyUsage.AP_REQ_AUTH,
                            null));
            return KrbCodec.encode(request);
        } catch (KrbException e) {
            throw new IllegalStateException(e);
        }
    }

    private static EncryptedData seal(byte[] part, EncryptionKey key, KeyUsage usage, Integer kvno)
            throws KrbException {
        EncryptedData sealed = EncryptionHandler.encrypt(part, key, usage);
        EncryptedData data = new EncryptedData();
        data.setEType(sealed.getEType());
        if (kvno != null) {
            data.setKvno(kvno);
        }
        data.setCipher(sealed.getCipher());
        return data;
    }
}
