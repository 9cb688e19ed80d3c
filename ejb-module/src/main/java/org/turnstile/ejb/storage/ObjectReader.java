/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.storage;

import java.io.IOException;
import java.io.InputStream;
import org.turnstile.api.Status;
import org.turnstile.api.UID;
import org.turnstile.api.data.Dataset;
import org.turnstile.api.io.DatasetException;
import org.turnstile.api.io.DatasetReader;
import org.turnstile.api.io.ReadLimits;
import org.turnstile.api.io.TransferSyntax;
import org.turnstile.ejb.index.attributes.AttributeException;
import org.turnstile.ejb.index.attributes.DatasetAttributes;
import org.turnstile.ejb.index.attributes.ObjectAttributes;

/**
 * Reads what comes before an object's pixel data, and checks that it is what the command said of it
 * (PS3.4 §B.2.3). Of an object with more than {@value #MAX_HEADER} bytes there, only what the index
 * needs is read, so that no object costs more memory than that.
 */
final class ObjectReader {

    /** Most bytes before the pixel data that are looked at. */
    static final int MAX_HEADER = 1024 * 1024;

    /**
     * Where reading stops: before the pixel data; or else behind Request Attributes Sequence, the
     * last that the index keeps; or else behind the last that it must have.
     */
    private static final int[] STOPS = {DatasetReader.PIXEL_DATA_GROUP, 0x00400276, 0x00210000};

    private static final String LENGTH_LIMIT = "length of the data set";

    private ObjectReader() {}

    /** The bytes of a data set, which can be read anew. */
    interface Source {
        InputStream open() throws IOException;
    }

    /** Checks what the command says, before a byte of the data set is read. */
    static void checkCommand(String sopClass, String sopInstance, String transferSyntax)
            throws RefusedException {
        if (!UID.isValid(sopClass)) {
            throw cannotUnderstand("Affected SOP Class UID is no UID");
        }
        if (!UID.isValid(sopInstance)) {
            throw cannotUnderstand("Affected SOP Instance UID is no UID");
        }
        syntax(transferSyntax);
    }

    private static TransferSyntax syntax(String uid) throws RefusedException {
        try {
            return TransferSyntax.of(uid);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(
                    Status.CANNOT_UNDERSTAND.withComment("Transfer syntax is not known"), e);
        }
    }

    private static RefusedException cannotUnderstand(String comment) {
        return new RefusedException(Status.CANNOT_UNDERSTAND.withComment(comment));
    }

    /**
     * Reads and checks.
     *
     * @param head what the command says
     * @param source the data set
     * @param size its bytes
     * @throws RefusedException if it is no data set, lacks what the index needs, or disagrees
     * @throws IOException if it cannot be read
     */
    static ObjectAttributes read(FileHead head, Source source, long size)
            throws RefusedException, IOException {
        Dataset dataset = header(syntax(head.transferSyntax()), source, size);
        try {
            ObjectAttributes object =
                    DatasetAttributes.of(dataset, head.transferSyntax(), head.storedBy());
            if (!object.instance().sopClass().equals(head.sopClass())) {
                throw new RefusedException(
                        Status.DATA_SET_MISMATCH.withComment("SOP Class UID is not the command's"));
            }
            if (!object.instance().uid().equals(head.sopInstance())) {
                throw cannotUnderstand("SOP Instance UID is not the command's");
            }
            return object;
        } catch (AttributeException e) {
            throw new RefusedException(Status.CANNOT_UNDERSTAND.withComment(e.getMessage()), e);
        }
    }

    private static Dataset header(TransferSyntax syntax, Source source, long size)
            throws RefusedException, IOException {
        ReadLimits limits = ReadLimits.DEFAULT.withMaxLength(MAX_HEADER);
        if (!syntax.deflated()) {
            // a value cannot be longer than all
            limits = limits.withMaxValueLength((int) Math.max(1, Math.min(size, 1 << 30)));
        }
        DatasetException tooLong = null;
        for (int stop : STOPS) {
            try {
                return read(syntax, source, limits, stop);
            } catch (DatasetException e) {
                if (!e.field().equals(LENGTH_LIMIT)) {
                    throw unreadable(e);
                }
                tooLong = e;
            }
        }
        throw unreadable(tooLong);
    }

    private static Dataset read(
            TransferSyntax syntax, Source source, ReadLimits limits, int stopTag)
            throws IOException {
        try (DatasetReader reader = new DatasetReader(source.open(), syntax, limits)) {
            return reader.readUntil(stopTag);
        }
    }

    private static RefusedException unreadable(DatasetException cause) {
        return new RefusedException(
                Status.CANNOT_UNDERSTAND.withComment("The data set cannot be read"), cause);
    }
}
