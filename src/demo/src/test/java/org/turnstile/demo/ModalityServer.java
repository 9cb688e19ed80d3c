/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.demo;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.turnstile.api.Status;
import org.turnstile.api.UserIdentity;
import org.turnstile.api.data.UIDs;
import org.turnstile.dicom.association.AssociationLimits;
import org.turnstile.dicom.association.AssociationObserver;
import org.turnstile.dicom.association.AssociationRequest;
import org.turnstile.dicom.association.Decision;
import org.turnstile.dicom.association.negotiation.ContextPolicy;
import org.turnstile.dicom.dimse.DimseRequest;
import org.turnstile.dicom.dimse.DimseResponder;
import org.turnstile.dicom.dimse.DimseServer;
import org.turnstile.dicom.dimse.ServerOptions;
import org.turnstile.dicom.pdu.AAssociateRj;
import org.turnstile.dicom.pdu.UserIdentityRq;

/** Takes what modalities store, and keeps who came and what was named. */
final class ModalityServer implements AutoCloseable, ContextPolicy {

    private final EventLoopGroup group =
            new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final List<String> users = new CopyOnWriteArrayList<>();
    private final List<String> stored = new CopyOnWriteArrayList<>();
    private final DimseServer server;
    private volatile Set<String> sopClasses = Set.of(UIDs.CTImageStorage, UIDs.MRImageStorage);
    private volatile Status answer = Status.SUCCESS;
    private volatile boolean rejecting;

    ModalityServer() throws IOException {
        server =
                DimseServer.bind(
                        group,
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        ServerOptions.DEFAULT,
                        this::decide,
                        (request, responder) -> workers.execute(() -> serve(request, responder)),
                        new AssociationObserver() {});
    }

    int port() {
        return server.localAddress().getPort();
    }

    void answer(Status status) {
        answer = status;
    }

    void takesOnly(String... classes) {
        sopClasses = Set.of(classes);
    }

    void rejectAll() {
        rejecting = true;
    }

    /** Name and passcode of each user who came. */
    List<String> users() {
        return users;
    }

    /** SOP instances in the order they came. */
    List<String> stored() {
        return stored;
    }

    @Override
    public boolean supports(String sopClass) {
        return sopClasses.contains(sopClass);
    }

    @Override
    public Optional<String> choose(String sopClass, List<String> proposed) {
        return proposed.stream().findFirst();
    }

    @Override
    public void close() {
        server.close(Duration.ofSeconds(1)).toCompletableFuture().join();
        workers.shutdown();
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    private CompletionStage<Decision> decide(AssociationRequest request) {
        UserIdentityRq rq = request.rq().userInformation().userIdentityRq().orElseThrow();
        users.add(text(rq.primary()) + ":" + text(rq.secondary()));
        return CompletableFuture.completedFuture(
                rejecting
                        ? new Decision.Reject(AAssociateRj.NOT_AUTHENTICATED)
                        : new Decision.Accept(
                                "test",
                                UserIdentity.anonymous(),
                                Optional.empty(),
                                this,
                                AssociationLimits.DEFAULT));
    }

    private void serve(DimseRequest request, DimseResponder responder) {
        try {
            request.dataSet().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        stored.add(request.command().affectedSopInstance().orElseThrow());
        responder.complete(answer);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
