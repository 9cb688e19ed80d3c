/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse.client;

import io.netty.channel.Channel;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.turnstile.api.Status;
import org.turnstile.api.UID;
import org.turnstile.api.data.Dataset;
import org.turnstile.dicom.association.AssociationHandler;
import org.turnstile.dicom.association.Ending;
import org.turnstile.dicom.association.negotiation.AcceptedContext;
import org.turnstile.dicom.dimse.QueryOptions;
import org.turnstile.dicom.dimse.command.CommandSet;
import org.turnstile.dicom.pdu.UserIdentityAc;

/**
 * An association that we requested. For one thread at a time, which is not an event loop's; every
 * call waits for its answer. A call that fails with an {@link AssociationException} leaves the
 * association ended.
 */
public final class ClientAssociation implements AutoCloseable {

    private static final int MAX_COMMENT = 64;
    private static final int MAX_MESSAGE_ID = 0xFFFF;

    private final Channel channel;
    private final AssociationHandler handler;
    private final DimseRequestor requestor;
    private final DimseRequestor.Accepted accepted;
    private final ConnectOptions options;
    private final RequestSender sender;
    private int lastMessageId;

    private ClientAssociation(
            Channel channel,
            AssociationHandler handler,
            DimseRequestor requestor,
            DimseRequestor.Accepted accepted,
            ConnectOptions options) {
        this.channel = channel;
        this.handler = handler;
        this.requestor = requestor;
        this.accepted = accepted;
        this.options = options;
        this.sender =
                new RequestSender(
                        channel,
                        handler,
                        accepted.negotiated().maximumLength(),
                        options.dimseTimeout());
    }

    /** Waits for the accept. */
    static ClientAssociation await(
            Channel channel,
            AssociationHandler handler,
            DimseRequestor requestor,
            ConnectOptions options)
            throws IOException {
        try {
            DimseRequestor.Accepted accepted =
                    await(requestor.accepted(), "A-ASSOCIATE-AC", options.acseTimeout());
            return new ClientAssociation(channel, handler, requestor, accepted, options);
        } catch (DimseTimeoutException | InterruptedIOException e) {
            channel.eventLoop().execute(() -> handler.shutDown("no answer to A-ASSOCIATE-RQ"));
            throw e;
        }
    }

    /** Whether the accept had a user identity response (59H) and one was asked for. */
    public boolean identityConfirmed() {
        return options.positiveResponseRequested() && serverResponse().isPresent();
    }

    /** The content of the user identity response: an AP-REP for type 3, else of zero length. */
    public Optional<byte[]> serverResponse() {
        return accepted.ac().userInformation().userIdentityAc().map(UserIdentityAc::serverResponse);
    }

    /** The presentation contexts that the peer accepted. */
    public Collection<AcceptedContext> contexts() {
        return accepted.negotiated().contexts().values();
    }

    /** Implementation version name that the peer named (55H), or an empty string. */
    public String peerImplementationVersionName() {
        return accepted.ac().userInformation().implementationVersionName();
    }

    /**
     * C-ECHO (PS3.7 §9.1.5).
     *
     * @throws AssociationException if the association ends before the response
     * @throws IllegalArgumentException if Verification was not accepted
     */
    public Status echo() throws IOException {
        AcceptedContext context = context(UID.VERIFICATION, Optional.empty());
        CommandSet command = request(CommandSet.C_ECHO_RQ, UID.VERIFICATION, Optional.empty());
        CompletableFuture<CommandSet> response = requestor.expect(command.messageId());
        sender.command(context, command);
        return status(response);
    }

    /**
     * C-STORE (PS3.7 §9.1.1). Reads the data set as the peer takes it. If the peer answers with a
     * failure before the end, the rest is not sent.
     *
     * @param sopClass SOP class UID
     * @param sopInstance SOP instance UID
     * @param transferSyntax transfer syntax that the data set is in
     * @param dataSet the data set, without file meta information; stays open
     * @throws AssociationException if the association ends before the response
     * @throws IllegalArgumentException if no context with both UIDs was accepted
     * @throws IOException if the data set cannot be read; the association has been aborted
     */
    public Status store(
            String sopClass, String sopInstance, String transferSyntax, InputStream dataSet)
            throws IOException {
        AcceptedContext context = context(sopClass, Optional.of(transferSyntax));
        CommandSet command = request(CommandSet.C_STORE_RQ, sopClass, Optional.of(sopInstance));
        CompletableFuture<CommandSet> response = requestor.expect(command.messageId());
        sender.command(context, command);
        try {
            sender.dataSet(context, dataSet, () -> refused(response));
        } catch (AssociationException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            abort(); // a data set cannot be taken back half sent
            throw e;
        }
        return status(response);
    }

    /**
     * C-FIND (PS3.7 §9.1.2), in the transfer syntax that was accepted for the SOP class. Matches
     * are handed on as they come; while they are not taken the peer is held back.
     *
     * @param sopClass SOP class UID, such as {@link UID#STUDY_ROOT_FIND}
     * @param identifier the keys of the query
     * @param matches takes each match; when it wants no more the query is cancelled once, and what
     *     still comes is dropped
     * @return the final status
     * @throws AssociationException if the association ends before the final response
     * @throws IllegalArgumentException if no context of the SOP class was accepted
     * @throws IOException if a match is no data set, or the consumer throws; the association has
     *     been aborted
     */
    public Status find(String sopClass, Dataset identifier, MatchConsumer matches)
            throws IOException {
        AcceptedContext context = context(sopClass, Optional.empty());
        Query query = new Query(context, identifier, options.dimseTimeout());
        CommandSet command = request(CommandSet.C_FIND_RQ, sopClass, Optional.empty());
        MatchWindow window = requestor.expectMatches(command.messageId());
        sender.message(context, command, query.encoded());
        try {
            query.read(
                    window,
                    matches,
                    () -> sender.command(context, CommandSet.cancel(command.messageId())));
        } catch (AssociationAbortedException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            abort();
            throw e;
        }
        return status(window.last());
    }

    /** Whether relational queries were agreed on for a SOP class (PS3.4 §C.5.1.1). */
    public boolean relational(String sopClass) {
        return accepted.negotiated()
                .extended(sopClass)
                .map(QueryOptions::isRelational)
                .orElse(false);
    }

    /**
     * Releases the association and closes the connection.
     *
     * @throws DimseTimeoutException if the peer does not answer; aborted
     * @throws AssociationAbortedException if it ended otherwise
     */
    public void release() throws IOException {
        channel.eventLoop()
                .execute(
                        () -> {
                            if (handler.open()) {
                                handler.release();
                            }
                        });
        try {
            Ending ending = await(requestor.ending(), "A-RELEASE-RP", options.acseTimeout());
            if (!(ending instanceof Ending.Released)) {
                throw new AssociationAbortedException(ending);
            }
        } catch (DimseTimeoutException e) {
            abort();
            throw e;
        }
    }

    /** Aborts the association, if it has not ended, and closes the connection. */
    public void abort() {
        channel.eventLoop().execute(() -> handler.shutDown("aborted"));
        channel.closeFuture().awaitUninterruptibly();
    }

    /** Aborts what has not been released. */
    @Override
    public void close() {
        if (channel.isOpen()) {
            abort();
        }
    }

    private CommandSet request(int field, String sopClass, Optional<String> sopInstance) {
        lastMessageId = lastMessageId % MAX_MESSAGE_ID + 1;
        return new CommandSet(
                field,
                lastMessageId,
                Optional.of(sopClass),
                sopInstance,
                field != CommandSet.C_ECHO_RQ,
                OptionalInt.empty(),
                Optional.empty());
    }

    private AcceptedContext context(String sopClass, Optional<String> transferSyntax) {
        return contexts().stream()
                .filter(AcceptedContext::requestorIsScu)
                .filter(context -> context.abstractSyntax().equals(sopClass))
                .filter(
                        context ->
                                transferSyntax.map(context.transferSyntax()::equals).orElse(true))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "no presentation context was accepted for "
                                                + sopClass
                                                + transferSyntax
                                                        .map(ts -> " in " + ts)
                                                        .orElse("")));
    }

    private static boolean refused(CompletableFuture<CommandSet> response) {
        return response.isCompletedExceptionally()
                || (response.isDone() && response.join().status().orElse(0) != 0);
    }

    private Status status(CompletableFuture<CommandSet> response) throws IOException {
        try {
            return status(await(response, "response", options.dimseTimeout()));
        } catch (DimseTimeoutException | InterruptedIOException e) {
            abort();
            throw e;
        }
    }

    /** The status of a response that has one. */
    static Status status(CommandSet response) {
        String comment = response.errorComment().orElse("");
        return new Status(
                response.status().orElseThrow(),
                comment.substring(0, Math.min(MAX_COMMENT, comment.length())));
    }

    private static <T> T await(CompletableFuture<T> future, String what, Duration time)
            throws IOException {
        try {
            return future.get(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new DimseTimeoutException(what, time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(what + ": interrupted");
        } catch (ExecutionException e) {
            throw (AssociationException) e.getCause();
        }
    }
}
