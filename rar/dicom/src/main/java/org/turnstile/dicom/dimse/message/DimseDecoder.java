/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse.message;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.turnstile.dicom.association.negotiation.AcceptedContext;
import org.turnstile.dicom.dimse.command.CommandSet;
import org.turnstile.dicom.dimse.command.CommandSetReader;
import org.turnstile.dicom.dimse.command.DimseFault;
import org.turnstile.dicom.pdu.AAbort;
import org.turnstile.dicom.pdu.PresentationDataValue;

/**
 * Makes messages of presentation data values (PS3.7 §6.3, PS3.8 Annex E): collects the fragments of
 * a command set, then hands on those of its data set as they come. Used on the event loop only.
 */
public final class DimseDecoder {

    /** Most bytes of a command set; those of the standard stay under 1 KiB. */
    public static final int MAX_COMMAND_SET = 64 * 1024;

    /** Takes what has been decoded. */
    public interface Sink {

        /** A command set is complete. */
        void command(AcceptedContext context, CommandSet command) throws DimseFault;

        /** The next fragment of the data set of the last command; valid for the call. */
        void dataSet(ByteBuf fragment, boolean last) throws DimseFault;
    }

    private final Map<Integer, AcceptedContext> contexts;
    private final Sink sink;
    private ByteArrayOutputStream partial;
    private boolean inDataSet;
    private int contextId;

    public DimseDecoder(Map<Integer, AcceptedContext> contexts, Sink sink) {
        this.contexts = contexts;
        this.sink = sink;
    }

    /** Whether a message has begun and is not complete. */
    public boolean midMessage() {
        return partial != null || inDataSet;
    }

    /**
     * Takes one value; its buffer stays the caller's.
     *
     * @throws DimseFault if the value has no place here
     */
    public void decode(PresentationDataValue value) throws DimseFault {
        AcceptedContext context = contexts.get(value.contextId());
        if (context == null) {
            throw new DimseFault(
                    AAbort.INVALID_PARAMETER,
                    "presentation context ID: " + value.contextId() + " was not accepted");
        }
        if (midMessage() && value.contextId() != contextId) {
            throw new DimseFault(
                    UNEXPECTED_PARAMETER,
                    "presentation context ID: "
                            + value.contextId()
                            + " inside a message on "
                            + contextId);
        }
        if (value.command() == inDataSet) {
            throw new DimseFault(
                    UNEXPECTED_PARAMETER,
                    inDataSet ? "command fragment inside a data set" : "data set without command");
        }
        contextId = value.contextId();
        if (inDataSet) {
            inDataSet = !value.last();
            sink.dataSet(value.data(), value.last());
        } else {
            command(context, value);
        }
    }

    private void command(AcceptedContext context, PresentationDataValue value) throws DimseFault {
        int length = value.data().readableBytes() + (partial == null ? 0 : partial.size());
        if (length > MAX_COMMAND_SET) {
            throw new DimseFault(
                    AAbort.INVALID_PARAMETER,
                    "command set: " + length + " bytes, at most " + MAX_COMMAND_SET);
        }
        if (value.last() && partial == null) {
            complete(context, CommandSetReader.read(value.data().slice()));
            return;
        }
        collect(value.data());
        if (value.last()) {
            ByteBuf whole = Unpooled.wrappedBuffer(partial.toByteArray());
            partial = null;
            complete(context, CommandSetReader.read(whole));
        }
    }

    private void collect(ByteBuf fragment) {
        if (partial == null) {
            partial = new ByteArrayOutputStream(fragment.readableBytes() * 2);
        }
        try {
            fragment.getBytes(fragment.readerIndex(), partial, fragment.readableBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a stream into memory does not throw
        }
    }

    private void complete(AcceptedContext context, CommandSet command) throws DimseFault {
        inDataSet = command.hasDataSet();
        sink.command(context, command);
    }

    /** A-ABORT by the provider: unexpected PDU parameter. */
    public static final AAbort UNEXPECTED_PARAMETER = new AAbort(2, 5);
}
