/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.dicom;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.turnstile.api.Status;
import org.turnstile.api.data.Dataset;
import org.turnstile.api.io.FileMetaInformation;
import org.turnstile.cli.common.CommandFailedException;
import org.turnstile.cli.common.ExitCode;
import org.turnstile.dicom.dimse.client.AssociationException;
import org.turnstile.dicom.dimse.client.ClientAssociation;
import org.turnstile.dicom.dimse.client.ConnectOptions;
import org.turnstile.dicom.dimse.client.ConnectOptionsBuilder;
import org.turnstile.dicom.dimse.client.DimseClient;
import org.turnstile.dicom.dimse.client.DimseTimeoutException;
import org.turnstile.dicom.dimse.client.MatchConsumer;
import org.turnstile.dicom.pdu.codec.PduTooLongException;

/** The association of a command, or several one after the other, and their event loop. */
final class Dialogue implements AutoCloseable {

    private final Identity identity;
    private final EventLoopGroup group =
            new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private Optional<ClientAssociation> association = Optional.empty();

    /** Opens nothing yet. */
    Dialogue(Identity identity) {
        this.identity = identity;
    }

    /**
     * What the peer options say, to be completed with presentation contexts; good for one {@link
     * #open}.
     *
     * @throws CommandFailedException if the identity cannot be had
     */
    static ConnectOptionsBuilder options(PeerOptions peer, Identity identity)
            throws CommandFailedException {
        ConnectOptionsBuilder options =
                ConnectOptions.to(peer.host(), peer.port())
                        .called(peer.called())
                        .calling(peer.calling())
                        .connectTimeout(Duration.ofSeconds(peer.connectSeconds()))
                        .acseTimeout(Duration.ofSeconds(peer.acseSeconds()))
                        .dimseTimeout(Duration.ofSeconds(peer.dimseSeconds()))
                        .maximumLength(peer.maximumLength())
                        .requireConfirmation(true);
        identity.addTo(options);
        return options;
    }

    /**
     * Associates; an association before it is at its end then. A positive response that was asked
     * for must come.
     */
    void open(ConnectOptions options) throws CommandFailedException {
        association.ifPresent(ClientAssociation::close);
        try {
            association = Optional.of(new DimseClient(group).connect(options));
        } catch (PduTooLongException e) {
            throw new CommandFailedException(ExitCode.USAGE, e.getMessage(), e);
        } catch (AssociationException e) {
            throw failed(e);
        } catch (IOException e) {
            throw new CommandFailedException(ExitCode.NO_CONNECTION, e.getMessage(), e);
        }
    }

    /** "radiologist (confirmed)". */
    String who() {
        return identity.described(current().identityConfirmed());
    }

    /** Whether the peer takes this SOP class in this transfer syntax. */
    boolean accepts(String sopClass, String transferSyntax) {
        return current().contexts().stream()
                .anyMatch(
                        context ->
                                context.abstractSyntax().equals(sopClass)
                                        && context.transferSyntax().equals(transferSyntax));
    }

    /** Whether the peer takes this SOP class in some transfer syntax. */
    boolean accepts(String sopClass) {
        return current().contexts().stream()
                .anyMatch(context -> context.abstractSyntax().equals(sopClass));
    }

    Status echo() throws CommandFailedException {
        try {
            return current().echo();
        } catch (AssociationException e) {
            throw failed(e);
        } catch (IOException e) {
            throw new CommandFailedException(ExitCode.NO_CONNECTION, e.getMessage(), e);
        }
    }

    /**
     * Stores one instance.
     *
     * @throws AssociationException if the association has ended
     * @throws IOException if the data set cannot be read; the association has been aborted
     */
    Status store(FileMetaInformation meta, InputStream dataSet) throws IOException {
        return current()
                .store(
                        meta.mediaStorageSopClass(),
                        meta.mediaStorageSopInstance(),
                        meta.transferSyntax(),
                        dataSet);
    }

    /** Whether relational queries were agreed on for the SOP class. */
    boolean isRelational(String sopClass) {
        return current().relational(sopClass);
    }

    /**
     * Queries.
     *
     * @param matches takes each match; what it throws ends the association
     */
    Status find(String sopClass, Dataset identifier, MatchConsumer matches)
            throws CommandFailedException {
        try {
            return current().find(sopClass, identifier, matches);
        } catch (AssociationException e) {
            throw failed(e);
        } catch (IOException e) {
            throw new CommandFailedException(ExitCode.FAILED, e.getMessage(), e);
        }
    }

    void release() throws CommandFailedException {
        try {
            current().release();
        } catch (AssociationException e) {
            throw failed(e);
        } catch (IOException e) {
            throw new CommandFailedException(ExitCode.NO_CONNECTION, e.getMessage(), e);
        }
    }

    CommandFailedException failed(AssociationException e) {
        int code = e instanceof DimseTimeoutException ? ExitCode.NO_CONNECTION : ExitCode.FAILED;
        return new CommandFailedException(code, Words.of(e, identity.isPresent()), e);
    }

    /** Aborts what has not been released, and wipes the identity. */
    @Override
    public void close() {
        association.ifPresent(ClientAssociation::close);
        identity.wipe();
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(1, TimeUnit.SECONDS);
    }

    private ClientAssociation current() {
        return association.orElseThrow();
    }
}
