/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.io;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import org.turnstile.api.data.Dataset;
import org.turnstile.api.data.DatasetBuilder;
import org.turnstile.api.data.Tag;
import org.turnstile.api.data.VR;

/**
 * What stands before the data set in a DICOM file (PS3.10 §7.1).
 *
 * @param mediaStorageSopClass SOP class of the object
 * @param mediaStorageSopInstance SOP instance UID of the object
 * @param transferSyntax transfer syntax of the data set
 * @param implementationClass UID of the software that wrote the file
 * @param sourceApplicationEntityTitle who sent the object; empty if that is not known
 */
public record FileMetaInformation(
        String mediaStorageSopClass,
        String mediaStorageSopInstance,
        String transferSyntax,
        String implementationClass,
        String sourceApplicationEntityTitle) {

    /** Most bytes of the group that are read; files have a few hundred. */
    public static final int MAX_LENGTH = 64 * 1024;

    private static final int PREAMBLE = 128;
    private static final int PREFIX = 0x4449434D;

    /** Tag, VR and length, and value of File Meta Information Group Length. */
    private static final int GROUP_LENGTH_ELEMENT = 12;

    /** Writes the preamble, the prefix and group 0002H. */
    public void write(OutputStream out) throws IOException {
        DatasetWriter writer = new DatasetWriter(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        ByteArrayOutputStream group = new ByteArrayOutputStream();
        writer.write(group(), group);
        out.write(new byte[PREAMBLE]);
        out.write(new byte[] {'D', 'I', 'C', 'M'});
        DatasetBuilder length = Dataset.builder();
        length.setLong(Tag.FileMetaInformationGroupLength, group.size());
        writer.write(length.build(), out);
        group.writeTo(out);
    }

    private Dataset group() {
        DatasetBuilder group =
                Dataset.builder()
                        .setBytes(Tag.FileMetaInformationVersion, VR.OB, new byte[] {0, 1})
                        .setString(Tag.MediaStorageSOPClassUID, mediaStorageSopClass)
                        .setString(Tag.MediaStorageSOPInstanceUID, mediaStorageSopInstance)
                        .setString(Tag.TransferSyntaxUID, transferSyntax)
                        .setString(Tag.ImplementationClassUID, implementationClass);
        if (!sourceApplicationEntityTitle.isEmpty()) {
            group.setString(Tag.SourceApplicationEntityTitle, sourceApplicationEntityTitle);
        }
        return group.build();
    }

    /**
     * Reads up to the first byte of the data set, and no further.
     *
     * @throws DatasetException if the stream is not a DICOM file
     * @throws IOException if the stream fails
     */
    public static FileMetaInformation read(InputStream file) throws IOException {
        DataInputStream in = new DataInputStream(file);
        try {
            in.readFully(new byte[PREAMBLE]);
            if (in.readInt() != PREFIX) {
                throw new DatasetException("", PREAMBLE, "prefix", "is not DICM");
            }
            byte[] first = new byte[GROUP_LENGTH_ELEMENT];
            in.readFully(first);
            byte[] group = new byte[groupLength(first)];
            in.readFully(group);
            return of(parse(group));
        } catch (EOFException e) {
            DatasetException wrong =
                    new DatasetException("", 0, "File Meta Information", "the file ends in it");
            wrong.initCause(e);
            throw wrong;
        }
    }

    private static int groupLength(byte[] element) throws IOException {
        byte[] head = {2, 0, 0, 0, 'U', 'L', 4, 0};
        long length =
                Arrays.equals(element, 0, head.length, head, 0, head.length)
                        ? parse(element).getLong(Tag.FileMetaInformationGroupLength).orElse(-1)
                        : -1;
        if (length < 0 || length > MAX_LENGTH) {
            throw new DatasetException(
                    "(0002,0000)", PREAMBLE + 4L, "group length", length + " is not 0 to 65536");
        }
        return (int) length;
    }

    private static Dataset parse(byte[] bytes) throws IOException {
        try (DatasetReader reader =
                new DatasetReader(
                        new ByteArrayInputStream(bytes),
                        TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)) {
            return reader.read();
        }
    }

    private static FileMetaInformation of(Dataset group) {
        return new FileMetaInformation(
                group.getString(Tag.MediaStorageSOPClassUID).orElse(""),
                group.getString(Tag.MediaStorageSOPInstanceUID).orElse(""),
                group.getString(Tag.TransferSyntaxUID).orElse(""),
                group.getString(Tag.ImplementationClassUID).orElse(""),
                group.getString(Tag.SourceApplicationEntityTitle).orElse(""));
    }
}
