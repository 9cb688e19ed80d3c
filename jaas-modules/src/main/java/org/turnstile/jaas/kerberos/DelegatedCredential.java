/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.kerberos;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;
import javax.security.auth.Subject;
import javax.security.auth.kerberos.KerberosPrincipal;
import javax.security.auth.kerberos.KeyTab;
import org.apache.kerby.kerberos.kerb.type.base.CheckSum;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSCredential;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.ietf.jgss.Oid;
import org.turnstile.api.kerberos.Framing;
import org.turnstile.api.kerberos.KerberosToken;

/**
 * Takes a credential that a client delegates out of its GSS-API token, by the JDK's acceptor. Only
 * for a request that has been verified: the acceptor's own word counts for nothing here. Its keys
 * are in a subject of their own.
 */
final class DelegatedCredential {

    private static final String KERBEROS = "1.2.840.113554.1.2.2";

    /** Lgth 4, Bnd 16, then the flags (RFC 4121 §4.1.1). */
    private static final int FLAGS_AT = 20;

    private static final int DELEG_FLAG = 1;

    private DelegatedCredential() {}

    /** Whether an authenticator's checksum, that of GSS-API, has a credential with it. */
    static boolean isIn(CheckSum checksum) {
        byte[] bytes = checksum == null ? null : checksum.getChecksum();
        return bytes != null
                && bytes.length > FLAGS_AT + Integer.BYTES
                && ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt() == 16
                && (bytes[FLAGS_AT] & DELEG_FLAG) != 0;
    }

    /**
     * The credential in a token.
     *
     * @param service the one that the ticket is for
     */
    static GSSCredential of(KerberosToken token, Path keytab, String service)
            throws RequestRefusedException {
        KerberosPrincipal self = new KerberosPrincipal(service);
        Subject acceptor = new Subject();
        acceptor.getPrincipals().add(self);
        acceptor.getPrivateCredentials().add(KeyTab.getInstance(self, keytab.toFile()));
        byte[] request = token.as(Framing.GSS).encodeRequest();
        PrivilegedExceptionAction<GSSCredential> accept = () -> accept(request);
        try {
            return Subject.doAs(acceptor, accept);
        } catch (PrivilegedActionException e) {
            throw KerberosError.KRB_ERR_GENERIC.because(
                    "the delegated credential cannot be taken out", e.getException());
        }
    }

    private static GSSCredential accept(byte[] request) throws GSSException {
        GSSManager manager = GSSManager.getInstance();
        GSSCredential own =
                manager.createCredential(
                        null,
                        GSSCredential.INDEFINITE_LIFETIME,
                        new Oid(KERBEROS),
                        GSSCredential.ACCEPT_ONLY);
        GSSContext context = manager.createContext(own);
        try {
            context.acceptSecContext(request, 0, request.length);
            return context.getDelegCred();
        } finally {
            context.dispose();
            own.dispose();
        }
    }
}
