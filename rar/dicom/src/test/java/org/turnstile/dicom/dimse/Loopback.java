/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.turnstile.api.Status;
import org.turnstile.api.UID;
import org.turnstile.api.UserIdentity;
import org.turnstile.api.data.UIDs;
import org.turnstile.dicom.association.AssociationGate;
import org.turnstile.dicom.association.AssociationLimits;
import org.turnstile.dicom.association.Decision;
import org.turnstile.dicom.association.negotiation.ContextPolicy;
import org.turnstile.dicom.dimse.client.ClientAssociation;
import org.turnstile.dicom.dimse.client.ConnectOptions;
import org.turnstile.dicom.dimse.client.ConnectOptionsBuilder;
import org.turnstile.dicom.dimse.client.DimseClient;

/** A server on a loopback port, and what its tests usually need. */
final class Loopback implements AutoCloseable {

    static final String CT_IMAGE = "1.2.840.10008.5.1.4.1.1.2";

    private static final InetSocketAddress LOOPBACK =
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    /** Verification, CT and Study Root FIND, which may be relational; without pixel data. */
    static final ContextPolicy POLICY =
            new ContextPolicy() {
                @Override
                public boolean supports(String sopClass) {
                    return List.of(UID.VERIFICATION, CT_IMAGE, UID.STUDY_ROOT_FIND)
                            .contains(sopClass);
                }

                @Override
                public Optional<ByteBuffer> extended(String sopClass, ByteBuffer proposed) {
                    return sopClass.equals(UID.STUDY_ROOT_FIND)
                            ? QueryOptions.answer(proposed)
                            : Optional.empty();
                }

                @Override
                public Optional<String> choose(String sopClass, List<String> proposed) {
                    return proposed.stream().filter(SYNTAXES::contains).findFirst();
                }
            };

    private static final List<String> SYNTAXES =
            List.of(
                    UID.EXPLICIT_VR_LITTLE_ENDIAN,
                    UID.IMPLICIT_VR_LITTLE_ENDIAN,
                    UIDs.ExplicitVRBigEndian,
                    UIDs.DeflatedExplicitVRLittleEndian);

    private final RecordingObserver observer = new RecordingObserver();
    private final ForkJoinPool workers = new ForkJoinPool(8);
    private final EventLoopGroup group =
            new MultiThreadIoEventLoopGroup(2, NioIoHandler.newFactory());
    private final DimseServer server;

    /** What a test does with a request, on a worker's thread. */
    interface Serving {
        Status serve(DimseRequest request) throws IOException;
    }

    /** The same with a query. */
    interface Finding {
        Status find(DimseRequest request, DimseResponder responder) throws IOException;
    }

    Loopback(Serving serving) throws IOException {
        this(AssociationLimits.DEFAULT, serving);
    }

    Loopback(AssociationLimits limits, Serving serving) throws IOException {
        this(ServerOptions.DEFAULT, accepting(limits), serving);
    }

    Loopback(ServerOptions options, AssociationGate gate, Serving serving) throws IOException {
        server =
                bind(
                        LOOPBACK,
                        options,
                        gate,
                        (request, responder) ->
                                workers.execute(() -> serve(serving, request, responder)));
    }

    private Loopback(AssociationLimits limits, Finding finding) throws IOException {
        server =
                bind(
                        LOOPBACK,
                        ServerOptions.DEFAULT,
                        accepting(limits),
                        (request, responder) ->
                                workers.execute(() -> find(finding, request, responder)));
    }

    /** With a service for queries. */
    static Loopback finding(Finding finding) throws IOException {
        return new Loopback(AssociationLimits.DEFAULT, finding);
    }

    /** With a service for queries and limits. */
    static Loopback finding(AssociationLimits limits, Finding finding) throws IOException {
        return new Loopback(limits, finding);
    }

    /** With a service that is called on the event loop. */
    Loopback(DimseService service, AssociationLimits limits) throws IOException {
        server = bind(LOOPBACK, ServerOptions.DEFAULT, accepting(limits), service);
    }

    private DimseServer bind(
            InetSocketAddress address,
            ServerOptions options,
            AssociationGate gate,
            DimseService service)
            throws IOException {
        return DimseServer.bind(group, address, options, gate, service, observer);
    }

    /** A second server at an address. */
    DimseServer bindAgain(InetSocketAddress address) throws IOException {
        return bind(
                address,
                ServerOptions.DEFAULT,
                accepting(AssociationLimits.DEFAULT),
                (request, responder) -> responder.complete(Status.SUCCESS));
    }

    /** As the connector does it: what a handler throws becomes a failure status. */
    private static void serve(Serving serving, DimseRequest request, DimseResponder responder) {
        try {
            responder.complete(serving.serve(request));
        } catch (IOException e) {
            responder.complete(Status.PROCESSING_FAILURE);
        }
    }

    private static void find(Finding finding, DimseRequest request, DimseResponder responder) {
        try {
            responder.complete(finding.find(request, responder));
        } catch (IOException e) {
            responder.complete(Status.PROCESSING_FAILURE);
        }
    }

    static Status succeed(DimseRequest request) {
        return Status.SUCCESS;
    }

    static AssociationLimits limits(Duration time) {
        return new AssociationLimits(time, time, time, 256 * 1024, 256 * 1024);
    }

    /** Accepts anonymously, with a zero-length response where one is asked for. */
    static AssociationGate accepting(AssociationLimits limits) {
        return request -> {
            boolean asked =
                    request.rq()
                            .userInformation()
                            .userIdentityRq()
                            .map(identity -> identity.positiveResponseRequested())
                            .orElse(false);
            return CompletableFuture.completedFuture(accept(limits, asked));
        };
    }

    static Decision accept(AssociationLimits limits, boolean respond) {
        return new Decision.Accept(
                "default",
                UserIdentity.anonymous(),
                respond ? Optional.of(new byte[0]) : Optional.empty(),
                POLICY,
                limits);
    }

    DimseServer server() {
        return server;
    }

    RecordingObserver observer() {
        return observer;
    }

    int port() {
        return server.localAddress().getPort();
    }

    DimseClient client() {
        return new DimseClient(group);
    }

    /** Options for this server with Verification and CT. */
    ConnectOptionsBuilder options() {
        return ConnectOptions.to("127.0.0.1", port())
                .context(UID.VERIFICATION, UID.IMPLICIT_VR_LITTLE_ENDIAN)
                .context(CT_IMAGE, UID.EXPLICIT_VR_LITTLE_ENDIAN, UID.IMPLICIT_VR_LITTLE_ENDIAN);
    }

    /** An association for queries in one transfer syntax. */
    ClientAssociation connectToFind(String transferSyntax) throws IOException {
        return client().connect(options().context(UID.STUDY_ROOT_FIND, transferSyntax).build());
    }

    ClientAssociation connect() throws IOException {
        return client().connect(options().build());
    }

    @Override
    public void close() {
        CompletionStage<Void> closed = server.close(Duration.ZERO);
        closed.toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
        workers.shutdownNow();
        group.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
