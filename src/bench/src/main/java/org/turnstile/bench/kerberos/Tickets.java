/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench.kerberos;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.turnstile.api.kerberos.Framing;
import org.turnstile.bench.load.LoadException;
import org.turnstile.bench.load.Target;
import org.turnstile.bench.load.User;
import org.turnstile.dicom.dimse.client.ClientAssociation;
import org.turnstile.dicom.dimse.client.ConnectOptions;
import org.turnstile.dicom.dimse.client.DimseClient;
import org.turnstile.dicom.dimse.client.IdentityNotConfirmedException;
import org.turnstile.dicom.pdu.UserIdentityRq;
import org.turnstile.eua.agent.AgentException;
import org.turnstile.eua.agent.KerberosInitiator;
import org.turnstile.eua.agent.KerberosRequest;

/**
 * A user with a Kerberos ticket: each association gets an AP-REQ of its own (type 3) and is asked
 * for the AP-REP. The KDC is asked once, for the ticket to the service.
 */
public final class Tickets implements User {

    private static final int KERBEROS = 3;

    private final KerberosInitiator initiator;
    private final String service;
    private final Framing framing;
    private final int ahead;

    /**
     * Takes over nothing: whoever opened the initiator closes it, after the load.
     *
     * @param service principal of the service
     * @param framing how the AP-REQ travels
     * @param ahead for how many associations AP-REQs are made before the clock starts, from 1
     */
    public Tickets(KerberosInitiator initiator, String service, Framing framing, int ahead) {
        if (ahead < 1) {
            throw new IllegalArgumentException("ahead: " + ahead + " is less than 1");
        }
        this.initiator = initiator;
        this.service = service;
        this.framing = framing;
        this.ahead = ahead;
    }

    @Override
    public UserIdentityRq identity() throws LoadException {
        try (KerberosRequest request = request()) {
            return identity(request);
        }
    }

    @Override
    public int ahead() {
        return ahead;
    }

    private KerberosRequest request() throws LoadException {
        try {
            return initiator.request(service, framing, true);
        } catch (AgentException e) {
            throw new LoadException(e.getMessage(), e);
        }
    }

    private static UserIdentityRq identity(KerberosRequest request) {
        return new UserIdentityRq(KERBEROS, true, request.token(), new byte[0]);
    }

    /**
     * Associates once and verifies the AP-REP, which nobody has time for under load.
     *
     * @throws IOException if the association fails, or the SCP does not prove itself
     */
    public void prove(Target target, Duration patience) throws IOException {
        EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        try (KerberosRequest request = request()) {
            ConnectOptions options =
                    ConnectOptions.to(target.host(), target.port())
                            .called(target.calledAeTitle())
                            .calling(target.callingAeTitle())
                            .acseTimeout(patience)
                            .identity(identity(request), reply -> check(request, reply))
                            .build();
            try (ClientAssociation association = new DimseClient(group).connect(options)) {
                association.release();
            }
        } finally {
            group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
        }
    }

    private static void check(KerberosRequest request, byte[] reply)
            throws IdentityNotConfirmedException {
        try {
            request.check(reply);
        } catch (AgentException e) {
            throw new IdentityNotConfirmedException(e.getMessage(), e);
        }
    }
}
