/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.agent;

import org.ietf.jgss.GSSContext;
import org.ietf.jgss.GSSException;
import org.turnstile.api.kerberos.Framing;
import org.turnstile.api.kerberos.KerberosToken;
import org.turnstile.api.kerberos.KerberosTokenException;

/** One AP-REQ, for one association, and the check of the AP-REP that answers it. */
public final class KerberosRequest implements AutoCloseable {

    private final GSSContext context;
    private final byte[] token;
    private final String service;

    private KerberosRequest(GSSContext context, byte[] token, String service) {
        this.context = context;
        this.token = token;
        this.service = service;
    }

    static KerberosRequest of(GSSContext context, byte[] gss, Framing framing, String service)
            throws AgentException {
        try {
            byte[] token = KerberosToken.request(gss).as(framing).encodeRequest();
            return new KerberosRequest(context, token, service);
        } catch (KerberosTokenException e) {
            throw new AgentException(
                    AgentException.Kind.TICKET, "GSS-API made no AP-REQ: " + e.getMessage(), e);
        }
    }

    /** The Primary-field: the AP-REQ in its framing, a copy. */
    public byte[] token() {
        return token.clone();
    }

    /** The principal of the service, with its realm. */
    public String service() {
        return service;
    }

    /**
     * Checks that the service has answered this request, which only it and the KDC can: the AP-REP
     * is sealed by the ticket's session key and repeats the time of our authenticator (RFC 4120
     * §3.2.5). Good for one answer.
     *
     * @param serverResponse the AP-REP, in any framing
     * @throws AgentException if it proves nothing
     * @throws IllegalStateException if the request did not ask for mutual authentication
     */
    public void check(byte[] serverResponse) throws AgentException {
        try {
            if (!context.getMutualAuthState()) {
                throw new IllegalStateException("no mutual authentication was asked for");
            }
            byte[] reply = KerberosToken.reply(serverResponse).as(Framing.GSS).encodeReply();
            context.initSecContext(reply, 0, reply.length);
        } catch (KerberosTokenException e) {
            throw unproved("the user identity response is no AP-REP: " + e.getMessage(), e);
        } catch (GSSException e) {
            throw unproved("the AP-REP is not good: " + Diagnosis.words(e), e);
        }
        if (!context.isEstablished()) {
            throw unproved("the AP-REP does not end the exchange", null);
        }
    }

    private AgentException unproved(String why, Exception cause) {
        return new AgentException(
                AgentException.Kind.PEER,
                "the peer does not prove that it is " + service + ": " + why,
                cause);
    }

    /** Gives up the session key. */
    @Override
    public void close() {
        try {
            context.dispose();
        } catch (GSSException e) {
            throw new IllegalStateException("the GSS-API context cannot be disposed of", e);
        }
    }
}
