/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.storage;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.turnstile.api.Implementation;
import org.turnstile.api.StoreRequest;
import org.turnstile.api.data.Dataset;
import org.turnstile.api.data.DatasetBuilder;
import org.turnstile.api.data.Tag;
import org.turnstile.api.data.VR;
import org.turnstile.api.io.DatasetException;
import org.turnstile.api.io.DatasetReader;
import org.turnstile.api.io.DatasetWriter;
import org.turnstile.api.io.TransferSyntax;

/**
 * What stands before the data set in the archive's files: preamble, prefix and group 0002H (PS3.10
 * §7.1). The user who stored the object is in Private Information (0002,0102), in UTF-8, so that a
 * file whose row was lost keeps its owner.
 *
 * @param sopClass Media Storage SOP Class UID
 * @param sopInstance Media Storage SOP Instance UID
 * @param transferSyntax transfer syntax of the data set
 * @param callingAeTitle who sent it; empty if that is not known
 * @param storedBy the user; null for nobody
 */
record FileHead(
        String sopClass,
        String sopInstance,
        String transferSyntax,
        String callingAeTitle,
        String storedBy) {

    private static final int PREAMBLE = 128;
    private static final byte[] PREFIX = {'D', 'I', 'C', 'M'};

    /** Tag, VR and length, and value of File Meta Information Group Length. */
    private static final int GROUP_LENGTH_ELEMENT = 12;

    /** Most bytes of the group: a name of 64 KiB, and the rest. */
    private static final int MAX_GROUP = 68 * 1024;

    static FileHead of(StoreRequest request, String storedBy) {
        return new FileHead(
                request.sopClass(),
                request.sopInstance(),
                request.transferSyntax(),
                request.association().callingAeTitle(),
                storedBy);
    }

    byte[] bytes() throws IOException {
        DatasetWriter writer = new DatasetWriter(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        ByteArrayOutputStream group = new ByteArrayOutputStream(512);
        writer.write(group(), group);
        ByteArrayOutputStream head = new ByteArrayOutputStream(1024);
        head.writeBytes(new byte[PREAMBLE]);
        head.writeBytes(PREFIX);
        DatasetBuilder length = Dataset.builder();
        length.setLong(Tag.FileMetaInformationGroupLength, group.size());
        writer.write(length.build(), head);
        group.writeTo(head);
        return head.toByteArray();
    }

    private Dataset group() {
        DatasetBuilder group =
                Dataset.builder()
                        .setBytes(Tag.FileMetaInformationVersion, VR.OB, new byte[] {0, 1})
                        .setString(Tag.MediaStorageSOPClassUID, sopClass)
                        .setString(Tag.MediaStorageSOPInstanceUID, sopInstance)
                        .setString(Tag.TransferSyntaxUID, transferSyntax)
                        .setString(Tag.ImplementationClassUID, Implementation.CLASS_UID)
                        .setString(Tag.ImplementationVersionName, Implementation.VERSION_NAME);
        if (!callingAeTitle.isEmpty()) {
            group.setString(Tag.SourceApplicationEntityTitle, callingAeTitle);
        }
        if (storedBy != null) {
            byte[] name = storedBy.getBytes(StandardCharsets.UTF_8);
            group.setString(Tag.PrivateInformationCreatorUID, Implementation.CLASS_UID);
            group.setBytes(
                    Tag.PrivateInformation,
                    VR.OB,
                    Arrays.copyOf(name, name.length + (name.length & 1)));
        }
        return group.build();
    }

    /**
     * Reads up to the first byte of the data set, and no further.
     *
     * @throws DatasetException if the stream is not a DICOM file with the length of group 0002H
     * @throws IOException if the stream fails
     */
    static FileHead read(InputStream file) throws IOException {
        byte[] start = file.readNBytes(PREAMBLE + PREFIX.length);
        if (start.length < PREAMBLE + PREFIX.length || !endsWith(start, PREFIX)) {
            throw new DatasetException("", PREAMBLE, "prefix", "is not DICM");
        }
        Dataset length = dataset(file.readNBytes(GROUP_LENGTH_ELEMENT));
        long bytes = length.getLong(Tag.FileMetaInformationGroupLength).orElse(-1);
        if (bytes < 0 || bytes > MAX_GROUP) {
            throw new DatasetException(
                    "(0002,0000)",
                    start.length,
                    "group length",
                    bytes + " is not 0 to " + MAX_GROUP);
        }
        return of(dataset(file.readNBytes((int) bytes)));
    }

    private static boolean endsWith(byte[] bytes, byte[] end) {
        int from = bytes.length - end.length;
        return Arrays.equals(bytes, from, bytes.length, end, 0, end.length);
    }

    private static Dataset dataset(byte[] bytes) throws IOException {
        try (DatasetReader reader =
                new DatasetReader(
                        new ByteArrayInputStream(bytes),
                        TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)) {
            return reader.read();
        }
    }

    private static FileHead of(Dataset group) {
        boolean ours =
                group.getString(Tag.PrivateInformationCreatorUID)
                        .filter(Implementation.CLASS_UID::equals)
                        .isPresent();
        return new FileHead(
                group.getString(Tag.MediaStorageSOPClassUID).orElse(""),
                group.getString(Tag.MediaStorageSOPInstanceUID).orElse(""),
                group.getString(Tag.TransferSyntaxUID).orElse(""),
                group.getString(Tag.SourceApplicationEntityTitle).orElse(""),
                ours ? name(group.getBytes(Tag.PrivateInformation)) : null);
    }

    private static String name(byte[] padded) {
        int end = padded.length;
        while (end > 0 && padded[end - 1] == 0) {
            end--;
        }
        return end == 0 ? null : new String(padded, 0, end, StandardCharsets.UTF_8);
    }
}
