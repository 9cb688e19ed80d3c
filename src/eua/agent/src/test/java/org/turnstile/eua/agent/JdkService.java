/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.agent;

import java.nio.file.Path;
import java.security.PrivilegedActionException;
import java.security.PrivilegedExceptionAction;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.Subject;
import javax.security.auth.login.LoginException;
import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSCredential;
import org.ietf.jgss.GSSException;
import org.ietf.jgss.GSSManager;
import org.turnstile.api.kerberos.Framing;
import org.turnstile.api.kerberos.KerberosToken;
import org.turnstile.api.kerberos.KerberosTokenException;

/** A service of the realm: the JDK's acceptor, which knows GSS-API tokens only. */
final class JdkService {

    /** Whom the service has let in, and what it answers, in the framing that came. */
    record Answer(String user, String service, Optional<byte[]> reply) {}

    private final Subject keys;

    JdkService(Path keytab) throws LoginException {
        keys =
                JdkLogin.login(
                        Map.of(
                                "useKeyTab", "true",
                                "keyTab", keytab.toString(),
                                "principal", "*",
                                "isInitiator", "false",
                                "storeKey", "true"));
    }

    /** Takes the Primary-field of a request. */
    Answer accept(byte[] primary) throws GSSException, KerberosTokenException {
        KerberosToken token = KerberosToken.request(primary);
        byte[] gss = token.as(Framing.GSS).encodeRequest();
        PrivilegedExceptionAction<Answer> action = () -> accept(gss, token.framing());
        try {
            return Subject.doAs(keys, action);
        } catch (PrivilegedActionException e) {
            throw (GSSException) e.getException();
        }
    }

    private static Answer accept(byte[] gss, Framing framing) throws Exception {
        GSSContext context = GSSManager.getInstance().createContext((GSSCredential) null);
        byte[] reply = context.acceptSecContext(gss, 0, gss.length);
        Optional<byte[]> framed = Optional.empty();
        if (reply != null) {
            framed = Optional.of(KerberosToken.reply(reply).as(framing).encodeReply());
        }
        return new Answer(
                context.getSrcName().toString(), context.getTargName().toString(), framed);
    }
}
