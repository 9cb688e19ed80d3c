/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.dicom;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.security.auth.Subject;
import org.turnstile.api.IdentityType;
import org.turnstile.api.Status;
import org.turnstile.api.UID;
import org.turnstile.api.UserIdentity;
import org.turnstile.api.data.Dataset;
import org.turnstile.api.io.DatasetReader;
import org.turnstile.api.io.TransferSyntax;
import org.turnstile.cli.part10.Part10Bytes;
import org.turnstile.dicom.association.AssociationLimits;
import org.turnstile.dicom.association.AssociationObserver;
import org.turnstile.dicom.association.AssociationRequest;
import org.turnstile.dicom.association.Decision;
import org.turnstile.dicom.association.negotiation.ContextPolicy;
import org.turnstile.dicom.dimse.DimseRequest;
import org.turnstile.dicom.dimse.DimseResponder;
import org.turnstile.dicom.dimse.DimseServer;
import org.turnstile.dicom.dimse.ServerOptions;
import org.turnstile.dicom.dimse.command.CommandSet;
import org.turnstile.dicom.pdu.AAssociateRj;
import org.turnstile.dicom.pdu.UserIdentityRq;

/** A server that lets in whoever has the passcode "secret" or needs none, and keeps what it got. */
final class TestServer implements AutoCloseable {

    private static final Optional<byte[]> EMPTY = Optional.of(new byte[0]);

    /** Whom a ticket names, and the Server-response. */
    record Ticket(String user, Optional<byte[]> serverResponse) {}

    private final EventLoopGroup group =
            new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final Map<String, byte[]> stored = new ConcurrentHashMap<>();
    private final Map<String, Status> answers = new ConcurrentHashMap<>();
    private final List<String> identities = new CopyOnWriteArrayList<>();
    private final DimseServer server;
    private final Set<String> unanswered = ConcurrentHashMap.newKeySet();
    private final List<Dataset> queries = new CopyOnWriteArrayList<>();
    private final List<Boolean> relational = new CopyOnWriteArrayList<>();
    private final AtomicInteger cancelled = new AtomicInteger();
    private volatile List<Dataset> matches = List.of();
    private volatile boolean endlessly;
    private volatile Status pendingStatus = Status.PENDING;
    private final AtomicInteger associations = new AtomicInteger();
    private volatile int mostAssociations = Integer.MAX_VALUE;
    private volatile boolean agreesOnRelational = true;
    private final AtomicInteger requests = new AtomicInteger();
    private volatile Function<byte[], Optional<Ticket>> tickets =
            primary -> Optional.of(new Ticket(text(primary), EMPTY));
    private volatile Set<String> sopClasses =
            Set.of(UID.VERIFICATION, Part10Bytes.CT, UID.PATIENT_ROOT_FIND, UID.STUDY_ROOT_FIND);

    TestServer() throws IOException {
        server =
                DimseServer.bind(
                        group,
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        ServerOptions.DEFAULT,
                        this::decide,
                        (request, responder) -> workers.execute(() -> serve(request, responder)),
                        new AssociationObserver() {});
    }

    String port() {
        return Integer.toString(server.localAddress().getPort());
    }

    void takesOnly(String... classes) {
        sopClasses = Set.of(classes);
    }

    /** Answers the request for this SOP instance, or for Verification, so. */
    void answers(String uid, Status status) {
        answers.put(uid, status);
    }

    /** Gives no answer to the request for this SOP instance. */
    void leavesUnanswered(String uid) {
        unanswered.add(uid);
    }

    /** Answers each query with these, over and over if endless. */
    void finds(boolean endless, Dataset... found) {
        matches = List.of(found);
        endlessly = endless;
    }

    /** Sends matches with this status. */
    void findsWith(Status pending) {
        pendingStatus = pending;
    }

    /** The identifiers of queries. */
    List<Dataset> queries() {
        return queries;
    }

    /** Leaves proposals of relational queries without answer. */
    void disagreesOnRelational() {
        agreesOnRelational = false;
    }

    /** How many queries were cancelled. */
    int cancelled() {
        return cancelled.get();
    }

    /** Whether each query had agreed on relational queries. */
    List<Boolean> relational() {
        return relational;
    }

    /** Reads AP-REQs so; who has no ticket is rejected. */
    void takesTickets(Function<byte[], Optional<Ticket>> reader) {
        tickets = reader;
    }

    /** How many requests came, whatever they ask for. */
    int requests() {
        return requests.get();
    }

    /** Rejects any association after this many. */
    void associationsAtMost(int most) {
        mostAssociations = most;
    }

    /** What was stored, by SOP instance. */
    Map<String, byte[]> stored() {
        return stored;
    }

    /** Type and primary field of each identity that came. */
    List<String> identities() {
        return identities;
    }

    @Override
    public void close() {
        server.close(Duration.ofSeconds(1)).toCompletableFuture().join();
        workers.shutdown();
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    private CompletionStage<Decision> decide(AssociationRequest request) {
        if (associations.incrementAndGet() > mostAssociations) {
            return CompletableFuture.completedFuture(new Decision.Reject(AAssociateRj.CONGESTION));
        }
        Optional<UserIdentityRq> identity = request.rq().userInformation().userIdentityRq();
        return CompletableFuture.completedFuture(
                identity.map(this::decide)
                        .orElseGet(() -> accept(UserIdentity.anonymous(), Optional.empty())));
    }

    private Decision decide(UserIdentityRq rq) {
        Optional<Ticket> ticket =
                rq.type() == IdentityType.KERBEROS.code()
                        ? tickets.apply(rq.primary().clone())
                        : Optional.of(new Ticket(text(rq.primary()), EMPTY));
        if (ticket.isEmpty()) {
            return new Decision.Reject(AAssociateRj.NOT_AUTHENTICATED);
        }
        String primary = ticket.get().user();
        identities.add(rq.type() + " " + primary);
        String passcode = text(rq.secondary());
        if (rq.type() == 2 && !passcode.equals("secret")) {
            return new Decision.Reject(AAssociateRj.NOT_AUTHENTICATED);
        }
        IdentityType type = IdentityType.of(rq.type()).orElseThrow();
        return accept(
                UserIdentity.of(primary, type, true, Set.of(), new Subject()),
                rq.positiveResponseRequested() ? ticket.get().serverResponse() : Optional.empty());
    }

    private static String text(byte[] field) {
        return new String(field, StandardCharsets.UTF_8);
    }

    private Decision accept(UserIdentity who, Optional<byte[]> response) {
        return new Decision.Accept(
                "test", who, response, new Contexts(), AssociationLimits.DEFAULT);
    }

    private void serve(DimseRequest request, DimseResponder responder) {
        requests.incrementAndGet();
        CommandSet command = request.command();
        String key = command.affectedSopInstance().orElse(request.sopClass());
        try {
            if (command.commandField() == CommandSet.C_FIND_RQ) {
                responder.complete(find(request, responder));
                return;
            }
            byte[] dataSet = request.dataSet().readAllBytes();
            if (unanswered.contains(key)) {
                return;
            }
            if (command.commandField() == CommandSet.C_STORE_RQ) {
                stored.put(key, dataSet);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        responder.complete(answers.getOrDefault(key, Status.SUCCESS));
    }

    private Status find(DimseRequest request, DimseResponder responder) throws IOException {
        TransferSyntax syntax = TransferSyntax.of(request.transferSyntax());
        queries.add(new DatasetReader(request.dataSet(), syntax).read());
        relational.add(request.relational());
        do {
            for (Dataset match : matches) {
                if (responder.cancelled()) {
                    cancelled.incrementAndGet();
                    return Status.CANCELLED;
                }
                responder.pending(pendingStatus, match);
            }
        } while (endlessly);
        return answers.getOrDefault(request.sopClass(), Status.SUCCESS);
    }

    private final class Contexts implements ContextPolicy {
        @Override
        public boolean supports(String sopClass) {
            return sopClasses.contains(sopClass);
        }

        @Override
        public Optional<ByteBuffer> extended(String sopClass, ByteBuffer proposed) {
            return agreesOnRelational ? Optional.of(proposed) : Optional.empty();
        }

        @Override
        public Optional<String> choose(String sopClass, List<String> proposed) {
            return proposed.stream().findFirst();
        }
    }
}
