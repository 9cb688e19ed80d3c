/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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

    /** Most bytes of the group that are read; files have a few hundred, or private information. */
    public static final int MAX_LENGTH = 1024 * 1024;

    /** {@link DatasetException#field} where a stream has no DICM after the preamble. */
    public static final String PREFIX = "prefix";

    /** Bytes before the prefix. */
    static final int PREAMBLE = 128;

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
     * Reads up to the first byte of the data set, and no further. The group length may be absent or
     * wrong, as files of some programs have it: the group ends where another begins.
     *
     * @param file at the first byte of the file; must support marks
     * @throws DatasetException if the stream is not a DICOM file, which is said of the field {@link
     *     #PREFIX}, or its group 0002H is damaged or absent
     * @throws IOException if the stream fails
     * @throws IllegalArgumentException if the stream does not support marks
     */
    public static FileMetaInformation read(InputStream file) throws IOException {
        return of(new FileMetaReader(file).read());
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
