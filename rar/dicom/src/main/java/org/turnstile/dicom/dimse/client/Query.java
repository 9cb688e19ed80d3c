/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import org.turnstile.api.data.Dataset;
import org.turnstile.api.io.DatasetReader;
import org.turnstile.api.io.DatasetWriter;
import org.turnstile.api.io.ReadLimits;
import org.turnstile.api.io.TransferSyntax;
import org.turnstile.dicom.association.negotiation.AcceptedContext;
import org.turnstile.dicom.dimse.message.GrowingBytes;

/** A query of ours: its identifier to bytes, and its matches from bytes. */
final class Query {

    /** Identifiers are flat, but for a few sequences of one level. */
    private static final ReadLimits LIMITS =
            ReadLimits.DEFAULT
                    .withMaxDepth(16)
                    .withMaxElements(100_000)
                    .withMaxLength(2L * MatchWindow.MAX_MATCH);

    private static final int ESTIMATE = 512;

    private final TransferSyntax syntax;
    private final GrowingBytes encoded = new GrowingBytes(ESTIMATE);
    private final Duration timeout;

    /** Asks the peer to stop. */
    interface Cancel {
        void send() throws IOException;
    }

    /**
     * Encodes the identifier.
     *
     * @param timeout most time for each response to come
     * @throws IOException if the transfer syntax cannot carry the identifier
     */
    Query(AcceptedContext context, Dataset identifier, Duration timeout) throws IOException {
        this.timeout = timeout;
        syntax = TransferSyntax.of(context.transferSyntax());
        new DatasetWriter(syntax).write(identifier, encoded);
    }

    ByteBuffer encoded() {
        return encoded.view();
    }

    /** Hands on the matches until the final response, or until they are no longer wanted. */
    void read(MatchWindow window, MatchConsumer matches, Cancel cancel) throws IOException {
        boolean wanted = true;
        for (Optional<MatchWindow.Match> next = window.next(timeout);
                next.isPresent();
                next = window.next(timeout)) {
            if (wanted) {
                MatchWindow.Match match = next.get();
                wanted = matches.onMatch(match.status(), decode(match.dataSet()));
                if (!wanted) {
                    cancel.send();
                }
            }
        }
    }

    private Dataset decode(GrowingBytes bytes) throws IOException {
        try (DatasetReader reader = new DatasetReader(bytes.input(), syntax, LIMITS)) {
            return reader.read();
        }
    }
}
