/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.turnstile.api.Status;
import org.turnstile.api.data.Dataset;
import org.turnstile.api.io.DatasetWriter;
import org.turnstile.api.io.TransferSyntax;
import org.turnstile.dicom.association.negotiation.AcceptedContext;
import org.turnstile.dicom.dimse.message.GrowingBytes;
import org.turnstile.dicom.dimse.message.MessagePdus;

/**
 * Makes the pending responses of one request: its two possible command sets are encoded once, and
 * each data set in the context's transfer syntax. No buffers of Netty, for the handler's thread.
 */
final class ResponseEncoder {

    private static final int ESTIMATE = 512;

    private final AcceptedContext context;
    private final int maximumLength;
    private final byte[] pending;
    private final byte[] pendingWarning;

    /**
     * Makes an encoder.
     *
     * @param maximumLength most bytes of a P-DATA-TF that the peer takes
     * @param pending command set of a response with FF00H
     * @param pendingWarning command set of a response with FF01H
     */
    ResponseEncoder(
            AcceptedContext context, int maximumLength, byte[] pending, byte[] pendingWarning) {
        this.context = context;
        this.maximumLength = maximumLength;
        this.pending = pending;
        this.pendingWarning = pendingWarning;
    }

    /**
     * The PDUs of one response.
     *
     * @throws IllegalArgumentException if the transfer syntax cannot carry the data set
     */
    ByteBuffer encode(Status status, Dataset dataset) {
        GrowingBytes bytes = new GrowingBytes(ESTIMATE);
        try {
            TransferSyntax syntax = TransferSyntax.of(context.transferSyntax());
            new DatasetWriter(syntax).write(dataset, bytes);
        } catch (IOException e) {
            throw new IllegalArgumentException("data set: " + e.getMessage(), e);
        }
        byte[] command = status.code() == Status.PENDING.code() ? pending : pendingWarning;
        return MessagePdus.of(context.id(), command, bytes.view(), maximumLength);
    }
}
