/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.turnstile.api.data.DataElement;
import org.turnstile.api.data.Dataset;
import org.turnstile.api.data.Fragments;
import org.turnstile.api.data.Sequence;
import org.turnstile.api.data.Tags;
import org.turnstile.api.data.VR;
import org.turnstile.api.data.Value;

/** Writes data sets to a stream in one transfer syntax. */
public final class DatasetWriter {

    private final TransferSyntax syntax;
    private final LengthForm form;

    /** With defined lengths. */
    public DatasetWriter(TransferSyntax syntax) {
        this(syntax, LengthForm.DEFINED);
    }

    /** With a form of lengths for sequences and items. */
    public DatasetWriter(TransferSyntax syntax, LengthForm form) {
        this.syntax = syntax;
        this.form = form;
    }

    /**
     * Writes one data set. The stream is flushed, and stays open.
     *
     * @throws DatasetException if the transfer syntax cannot carry an element
     * @throws IOException if the stream fails
     */
    public void write(Dataset dataset, OutputStream out) throws IOException {
        if (syntax.deflated()) {
            deflate(dataset, out);
        } else {
            new Run(new ByteSink(out, syntax.bigEndian())).dataset(dataset);
        }
        out.flush();
    }

    private void deflate(Dataset dataset, OutputStream out) throws IOException {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            DeflaterOutputStream deflating = new DeflaterOutputStream(out, deflater);
            new Run(new ByteSink(deflating, false)).dataset(dataset);
            deflating.finish();
            if ((deflater.getBytesWritten() & 1) == 1) {
                // the length of the whole is even (PS3.5 §A.5)
                out.write(0);
            }
        } finally {
            deflater.end();
        }
    }

    /** One call of {@link #write}. */
    private final class Run {

        private final ByteSink out;
        private final Lengths lengths = new Lengths(syntax.explicitVR(), form);

        Run(ByteSink out) {
            this.out = out;
        }

        void dataset(Dataset dataset) throws IOException {
            for (DataElement each : dataset) {
                if (each instanceof Value value) {
                    value(value);
                } else if (each instanceof Sequence sequence) {
                    sequence(sequence);
                } else {
                    fragments((Fragments) each);
                }
            }
        }

        private void header(int tag, VR vr, long length) throws IOException {
            out.tag(tag);
            if (!syntax.explicitVR()) {
                out.u32(length);
                return;
            }
            out.u8(vr.name().charAt(0));
            out.u8(vr.name().charAt(1));
            if (vr.hasLongLength()) {
                out.u16(0);
                out.u32(length);
            } else {
                out.u16((int) length);
            }
        }

        private void value(Value value) throws IOException {
            VR vr = syntax.explicitVR() ? Lengths.written(value) : value.vr();
            header(value.tag(), vr, Lengths.even(value.length()));
            out.words(value.buffer(), vr.wordSize(), value.vr().padding());
        }

        private void sequence(Sequence sequence) throws IOException {
            boolean delimited = lengths.isDelimited(sequence);
            long length = delimited ? Header.UNDEFINED : lengths.content(sequence);
            requireLength(sequence.tag(), length, delimited);
            header(sequence.tag(), VR.SQ, length);
            for (Dataset each : sequence.items()) {
                item(each);
            }
            if (delimited) {
                delimiter(Tags.SEQUENCE_DELIMITATION_ITEM);
            }
        }

        private void requireLength(int tag, long length, boolean delimited) throws IOException {
            if (!delimited && length >= Header.UNDEFINED) {
                throw wrong(tag, Header.LENGTH_FIELD, length + " takes more than 32 bits");
            }
        }

        private void item(Dataset item) throws IOException {
            out.tag(Tags.ITEM);
            out.u32(form == LengthForm.UNDEFINED ? Header.UNDEFINED : lengths.of(item));
            dataset(item);
            if (form == LengthForm.UNDEFINED) {
                delimiter(Tags.ITEM_DELIMITATION_ITEM);
            }
        }

        private void delimiter(int tag) throws IOException {
            out.tag(tag);
            out.u32(0);
        }

        private void fragments(Fragments fragments) throws IOException {
            if (!syntax.encapsulated()) {
                throw wrong(fragments.tag(), "transfer syntax", syntax.uid() + " has no fragments");
            }
            header(fragments.tag(), fragments.vr(), Header.UNDEFINED);
            for (ByteBuffer each : fragments.items()) {
                out.tag(Tags.ITEM);
                out.u32(Lengths.even(each.remaining()));
                out.words(each, 1, (byte) 0);
            }
            delimiter(Tags.SEQUENCE_DELIMITATION_ITEM);
        }

        private DatasetException wrong(int tag, String field, String detail) {
            return new DatasetException(Tags.toString(tag), out.position(), field, detail);
        }
    }
}
