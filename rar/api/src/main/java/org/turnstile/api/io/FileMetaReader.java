/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.io;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.turnstile.api.data.Dataset;
import org.turnstile.api.data.Tags;
import org.turnstile.api.data.VR;

/**
 * Finds group 0002H by its elements. Its length is not relied on: what ends it is an element of
 * another group.
 */
final class FileMetaReader {

    private static final int GROUP = 0x0002;
    private static final int HEADER = 8;
    private static final int LONG_LENGTH = 4;

    private final InputStream file;
    private final ByteArrayOutputStream group = new ByteArrayOutputStream();

    FileMetaReader(InputStream file) {
        if (!file.markSupported()) {
            throw new IllegalArgumentException("file: " + file.getClass() + " supports no marks");
        }
        this.file = file;
    }

    Dataset read() throws IOException {
        byte[] start = file.readNBytes(FileMetaInformation.PREAMBLE + 4);
        String prefix =
                new String(
                        start,
                        Math.min(start.length, FileMetaInformation.PREAMBLE),
                        Math.max(0, start.length - FileMetaInformation.PREAMBLE),
                        StandardCharsets.ISO_8859_1);
        if (!prefix.equals("DICM")) {
            throw new DatasetException(
                    "",
                    FileMetaInformation.PREAMBLE,
                    FileMetaInformation.PREFIX,
                    "is not DICM after the preamble");
        }
        while (nextIsOfGroup()) {
            element();
        }
        if (group.size() == 0) {
            throw wrong("", "File Meta Information", "there is none");
        }
        return parse();
    }

    private boolean nextIsOfGroup() throws IOException {
        file.mark(2);
        byte[] next = file.readNBytes(2);
        file.reset();
        return next.length == 2 && next[0] == GROUP && next[1] == 0;
    }

    private void element() throws IOException {
        ByteBuffer header = take(HEADER).order(ByteOrder.LITTLE_ENDIAN);
        String path = Tags.toString(Tags.of(GROUP, Short.toUnsignedInt(header.getShort(2))));
        String letters = "" + (char) header.get(4) + (char) header.get(5);
        VR vr = VR.of(letters).orElseThrow(() -> wrong(path, "VR", "there is none"));
        long length = Short.toUnsignedLong(header.getShort(6));
        if (vr.hasLongLength()) {
            length =
                    Integer.toUnsignedLong(
                            take(LONG_LENGTH).order(ByteOrder.LITTLE_ENDIAN).getInt());
        }
        if (length > FileMetaInformation.MAX_LENGTH - group.size()) {
            throw wrong(
                    path,
                    "value length",
                    length + ", the group has at most " + FileMetaInformation.MAX_LENGTH);
        }
        take((int) length);
    }

    private ByteBuffer take(int length) throws IOException {
        byte[] bytes = file.readNBytes(length);
        group.writeBytes(bytes);
        if (bytes.length < length) {
            throw wrong("", "File Meta Information", "the file ends in it");
        }
        return ByteBuffer.wrap(bytes);
    }

    private Dataset parse() throws IOException {
        try (DatasetReader reader =
                new DatasetReader(
                        new ByteArrayInputStream(group.toByteArray()),
                        TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)) {
            return reader.read();
        }
    }

    private DatasetException wrong(String path, String field, String detail) {
        long at = FileMetaInformation.PREAMBLE + 4L + group.size();
        return new DatasetException(path, at, field, detail);
    }
}
