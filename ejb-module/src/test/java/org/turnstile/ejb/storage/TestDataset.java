/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.storage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.turnstile.api.data.Dataset;
import org.turnstile.api.data.DatasetBuilder;
import org.turnstile.api.data.Tag;
import org.turnstile.api.data.VR;
import org.turnstile.api.io.DatasetWriter;
import org.turnstile.api.io.TransferSyntax;

/** The data set of a secondary capture, and its bytes. */
record TestDataset(Dataset dataset) {

    static final String SECONDARY_CAPTURE = "1.2.840.10008.5.1.4.1.1.7";

    /** An object of patient P1: instance 1.S.1.N of series 1.S.1 of study 1.S. */
    static TestDataset of(int study, int number) {
        String studyUid = "1." + study;
        return new TestDataset(
                Dataset.builder()
                        .setString(Tag.SOPClassUID, SECONDARY_CAPTURE)
                        .setString(Tag.SOPInstanceUID, studyUid + ".1." + number)
                        .setString(Tag.StudyDate, "20260102")
                        .setString(Tag.Modality, "CT")
                        .setString(Tag.InstitutionName, "NORTH")
                        .setString(Tag.PatientName, "Doe^Jane")
                        .setString(Tag.PatientID, "P1")
                        .setString(Tag.StudyInstanceUID, studyUid)
                        .setString(Tag.SeriesInstanceUID, studyUid + ".1")
                        .setString(Tag.InstanceNumber, Integer.toString(number))
                        .setBytes(Tag.PixelData, VR.OW, new byte[] {1, 2, 3, 4})
                        .build());
    }

    TestDataset with(Consumer<DatasetBuilder> change) {
        DatasetBuilder builder = dataset.toBuilder();
        change.accept(builder);
        return new TestDataset(builder.build());
    }

    String uid() {
        return dataset.getString(Tag.SOPInstanceUID).orElseThrow();
    }

    byte[] bytes() {
        return bytes(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
    }

    byte[] bytes(TransferSyntax syntax) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            new DatasetWriter(syntax).write(dataset, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
