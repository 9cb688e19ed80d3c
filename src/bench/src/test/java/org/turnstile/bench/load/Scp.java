/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench.load;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.turnstile.api.Association;
import org.turnstile.api.Closing;
import org.turnstile.api.Status;
import org.turnstile.api.UID;
import org.turnstile.api.UserIdentity;
import org.turnstile.dicom.association.AssociationGate;
import org.turnstile.dicom.association.AssociationLimits;
import org.turnstile.dicom.association.AssociationObserver;
import org.turnstile.dicom.association.Decision;
import org.turnstile.dicom.association.negotiation.ContextPolicy;
import org.turnstile.dicom.dimse.DimseServer;
import org.turnstile.dicom.dimse.ServerOptions;

/** A Verification SCP in the test's process that counts. */
public final class Scp implements AutoCloseable {

    /** Accepts everybody. */
    public static final AssociationGate ACCEPTING =
            request ->
                    CompletableFuture.completedFuture(
                            new Decision.Accept(
                                    "default",
                                    UserIdentity.anonymous(),
                                    Optional.empty(),
                                    verification(),
                                    AssociationLimits.DEFAULT));

    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger released = new AtomicInteger();
    private final AtomicInteger echoes = new AtomicInteger();
    private final EventLoopGroup group =
            new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final DimseServer server;

    /** Accepts everybody and answers Success. */
    public Scp() throws IOException {
        this(ACCEPTING, 0);
    }

    /** Decides as said and answers a C-ECHO with this status. */
    public Scp(AssociationGate gate, int status) throws IOException {
        server =
                DimseServer.bind(
                        group,
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        ServerOptions.DEFAULT,
                        gate,
                        (request, responder) -> {
                            echoes.incrementAndGet();
                            responder.complete(new Status(status, ""));
                        },
                        observer());
    }

    private AssociationObserver observer() {
        return new AssociationObserver() {
            @Override
            public void accepted(Association association) {
                accepted.incrementAndGet();
            }

            @Override
            public void closed(Association association, Closing closing) {
                if (closing == Closing.RELEASED) {
                    released.incrementAndGet();
                }
            }
        };
    }

    private static ContextPolicy verification() {
        return new ContextPolicy() {
            @Override
            public boolean supports(String sopClass) {
                return sopClass.equals(UID.VERIFICATION);
            }

            @Override
            public Optional<String> choose(String sopClass, List<String> proposed) {
                return proposed.stream().findFirst();
            }
        };
    }

    /** A target with nobody's identity. */
    public Target target() {
        return target(Optional.empty());
    }

    Target target(Optional<User> user) {
        return new Target("127.0.0.1", port(), "ANY-SCP", "BENCH", user);
    }

    /** Where it listens. */
    public int port() {
        return server.localAddress().getPort();
    }

    int accepted() {
        return accepted.get();
    }

    int released() {
        return released.get();
    }

    int echoes() {
        return echoes.get();
    }

    @Override
    public void close() {
        server.close(Duration.ZERO).toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
        group.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
