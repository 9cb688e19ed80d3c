/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.kerberos;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import org.apache.kerby.kerberos.kerb.KrbCodec;
import org.apache.kerby.kerberos.kerb.KrbException;
import org.apache.kerby.kerberos.kerb.crypto.EncryptionHandler;
import org.apache.kerby.kerberos.kerb.type.ap.ApOption;
import org.apache.kerby.kerberos.kerb.type.ap.ApRep;
import org.apache.kerby.kerberos.kerb.type.ap.ApReq;
import org.apache.kerby.kerberos.kerb.type.ap.Authenticator;
import org.apache.kerby.kerberos.kerb.type.ap.EncAPRepPart;
import org.apache.kerby.kerberos.kerb.type.base.EncryptionKey;
import org.apache.kerby.kerberos.kerb.type.base.KeyUsage;
import org.apache.kerby.kerberos.kerb.type.ticket.EncTicketPart;
import org.turnstile.api.kerberos.Framing;
import org.turnstile.api.kerberos.KerberosSession;

/** An AP-REQ that has been verified, for as long as it is answered. Wipes its keys at the end. */
final class VerifiedRequest implements AutoCloseable {

    private final String service;
    private final String client;
    private final ApReq request;
    private final EncTicketPart ticket;
    private final Authenticator authenticator;

    VerifiedRequest(
            String service,
            String client,
            ApReq request,
            EncTicketPart ticket,
            Authenticator authenticator) {
        this.service = service;
        this.client = client;
        this.request = request;
        this.ticket = ticket;
        this.authenticator = authenticator;
    }

    /** {@code name@REALM}, as the ticket says. */
    String client() {
        return client;
    }

    /** {@code name@REALM}, one of the keytab's. */
    String service() {
        return service;
    }

    EncryptionKey sessionKey() {
        return ticket.getKey();
    }

    /** Whether the client sent a credential of its own along. */
    boolean delegates() {
        return DelegatedCredential.isIn(authenticator.getCksum());
    }

    /**
     * Tells this authenticator from every other: a hash of its ciphertext, which is the same in
     * every framing and cannot be changed without the session key.
     */
    String replayKey() {
        byte[] cipher = request.getEncryptedAuthenticator().getCipher();
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(cipher));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256: every JDK has it", e);
        }
    }

    /**
     * The AP-REP that proves the service to the client: sealed with the session key of the ticket,
     * never with a subkey (RFC 4120 §3.2.4).
     */
    byte[] reply() {
        EncAPRepPart part = new EncAPRepPart();
        part.setCtime(authenticator.getCtime());
        part.setCusec(authenticator.getCusec());
        part.setSeqNumber(new SecureRandom().nextInt() & Integer.MAX_VALUE);
        try {
            ApRep reply = new ApRep();
            reply.setEncryptedEncPart(
                    EncryptionHandler.encrypt(
                            KrbCodec.encode(part), sessionKey(), KeyUsage.AP_REP_ENCPART));
            return KrbCodec.encode(reply);
        } catch (KrbException e) {
            throw new IllegalStateException("AP-REP: cannot be sealed", e);
        }
    }

    /** What a handler may know of this session; no key. */
    KerberosSession session(Framing framing) {
        return new KerberosSession(
                client,
                service,
                TicketChecks.instant(ticket.getAuthTime()),
                TicketChecks.start(ticket),
                TicketChecks.instant(ticket.getEndTime()),
                Aes.of(sessionKey()).orElseThrow().label(),
                framing,
                RealmChecks.transited(ticket),
                authenticator.getSubKey() != null,
                request.getApOptions().isFlagSet(ApOption.MUTUAL_REQUIRED));
    }

    @Override
    public void close() {
        wipe(sessionKey());
        wipe(authenticator.getSubKey());
    }

    private static void wipe(EncryptionKey key) {
        if (key != null) {
            Arrays.fill(key.getKeyData(), (byte) 0);
        }
    }
}
