/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench.archive;

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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.turnstile.api.Status;
import org.turnstile.api.UID;
import org.turnstile.api.UserIdentity;
import org.turnstile.api.data.Dataset;
import org.turnstile.api.data.Tag;
import org.turnstile.api.io.DatasetReader;
import org.turnstile.api.io.TransferSyntax;
import org.turnstile.bench.load.Target;
import org.turnstile.dicom.association.AssociationLimits;
import org.turnstile.dicom.association.AssociationObserver;
import org.turnstile.dicom.association.Decision;
import org.turnstile.dicom.association.negotiation.ContextPolicy;
import org.turnstile.dicom.dimse.DimseRequest;
import org.turnstile.dicom.dimse.DimseResponder;
import org.turnstile.dicom.dimse.DimseServer;
import org.turnstile.dicom.dimse.ServerOptions;

/** An archive in the test's process: it keeps what comes, and finds as many as it is told to. */
public final class ArchiveScp implements AutoCloseable {

    /** What came: the SOP Instance UID of the command set, and the data set. */
    record Came(Optional<String> sopInstance, Dataset dataSet) {}

    private final List<Came> came = new CopyOnWriteArrayList<>();
    private final String sopClass;
    private final int matches;
    private final Status status;
    private final ForkJoinPool workers = new ForkJoinPool(4);
    private final EventLoopGroup group =
            new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final DimseServer server;

    /** Takes CT images. */
    public static ArchiveScp store(int status) throws IOException {
        return new ArchiveScp(ObjectTemplate.SOP_CLASS, 0, status);
    }

    /** Answers queries at STUDY level. */
    public static ArchiveScp find(int matches, int status) throws IOException {
        return new ArchiveScp(UID.STUDY_ROOT_FIND, matches, status);
    }

    private ArchiveScp(String sopClass, int matches, int status) throws IOException {
        this.sopClass = sopClass;
        this.matches = matches;
        this.status = new Status(status, "");
        this.server =
                DimseServer.bind(
                        group,
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        ServerOptions.DEFAULT,
                        request -> CompletableFuture.completedFuture(accept()),
                        (request, responder) -> workers.execute(() -> serve(request, responder)),
                        new AssociationObserver() {});
    }

    private Decision accept() {
        return new Decision.Accept(
                "default",
                UserIdentity.anonymous(),
                Optional.empty(),
                new ContextPolicy() {
                    @Override
                    public boolean supports(String proposed) {
                        return proposed.equals(sopClass);
                    }

                    @Override
                    public Optional<String> choose(String proposed, List<String> syntaxes) {
                        return syntaxes.stream().findFirst();
                    }
                },
                AssociationLimits.DEFAULT);
    }

    private void serve(DimseRequest request, DimseResponder responder) {
        try {
            Dataset dataSet =
                    new DatasetReader(request.dataSet(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)
                            .read();
            came.add(new Came(request.command().affectedSopInstance(), dataSet));
            Dataset match = Dataset.builder().setString(Tag.PatientName, "Bench^P1").build();
            for (int i = 0; i < matches && !responder.cancelled(); i++) {
                responder.pending(Status.PENDING, match);
            }
            responder.complete(responder.cancelled() ? Status.CANCELLED : status);
        } catch (IOException e) {
            responder.complete(Status.PROCESSING_FAILURE);
        }
    }

    Target target() {
        return new Target("127.0.0.1", port(), "ANY-SCP", "BENCH", Optional.empty());
    }

    /** Where it listens. */
    public int port() {
        return server.localAddress().getPort();
    }

    List<Came> came() {
        return came;
    }

    @Override
    public void close() {
        server.close(Duration.ZERO).toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
        group.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
        workers.shutdownNow();
    }
}
