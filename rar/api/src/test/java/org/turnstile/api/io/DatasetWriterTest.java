/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.turnstile.api.data.Dataset;
import org.turnstile.api.data.Fragments;
import org.turnstile.api.data.Tag;
import org.turnstile.api.data.VR;

class DatasetWriterTest {

    private static final Dataset NESTED =
            Dataset.builder()
                    .setSequence(
                            Tag.ReferencedImageSequence,
                            Dataset.builder().setString(Tag.Modality, "CT").build())
                    .build();

    @Test
    void givenDefinedLengths_thenTheyStandBeforeSequencesAndItems() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DatasetWriter(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN).write(NESTED, out);
        assertThat(out.toByteArray())
                .isEqualTo(
                        Bytes.hex(
                                "0800 4011 'SQ' 0000 12000000", // 18 bytes of items
                                "FEFF 00E0 0A000000", // 10 bytes of elements
                                "0800 6000 'CS' 0200 'CT'"));
    }

    @Test
    void givenUndefinedLengths_thenDelimitersStandAfterThem() throws IOException {
        assertThat(Bytes.write(NESTED, TransferSyntax.EXPLICIT_VR_BIG_ENDIAN, LengthForm.UNDEFINED))
                .isEqualTo(
                        Bytes.hex(
                                "0008 1140 'SQ' 0000 FFFFFFFF",
                                "FFFE E000 FFFFFFFF",
                                "0008 0060 'CS' 0002 'CT'",
                                "FFFE E00D 00000000", // Item Delimitation Item
                                "FFFE E0DD 00000000")); // Sequence Delimitation Item
    }

    @Test
    void givenAPrivateSequenceInImplicitVr_thenItIsDelimitedToBeKnown() throws IOException {
        Dataset dataset = Dataset.builder().setSequence(0x00091001, Dataset.EMPTY).build();
        assertThat(
                        Bytes.write(
                                dataset,
                                TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN,
                                LengthForm.DEFINED))
                .isEqualTo(
                        Bytes.hex(
                                "0900 0110 FFFFFFFF", "FEFF 00E0 00000000", "FEFF DDE0 00000000"));
    }

    @Test
    void givenAnOddLength_thenItIsPaddedAsTheVrWants() throws IOException {
        Dataset dataset =
                Dataset.builder()
                        .setBytes(Tag.SOPInstanceUID, VR.UI, new byte[] {'1'})
                        .setBytes(Tag.Modality, VR.CS, new byte[] {'X'})
                        .build();
        assertThat(
                        Bytes.write(
                                dataset,
                                TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN,
                                LengthForm.DEFINED))
                .isEqualTo(Bytes.hex("0800 1800 02000000 '1' 00", "0800 6000 02000000 'X '"));
    }

    @Test
    void givenFragmentsInANativeSyntax_thenTheyAreRefusedByName() {
        Dataset dataset =
                Dataset.builder()
                        .put(new Fragments(Tag.PixelData, VR.OB, List.of(ByteBuffer.allocate(2))))
                        .build();
        assertThatThrownBy(
                        () ->
                                Bytes.write(
                                        dataset,
                                        TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
                                        LengthForm.DEFINED))
                .isInstanceOf(DatasetException.class)
                .hasMessage(
                        "(7FE0,0010) transfer syntax at byte 0: 1.2.840.10008.1.2.1 has no"
                                + " fragments");
    }
}
