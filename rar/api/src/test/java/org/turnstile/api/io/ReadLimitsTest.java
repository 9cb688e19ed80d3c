/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnstile.api.data.Dataset;
import org.turnstile.api.data.Tag;
import org.turnstile.api.data.VR;

@Timeout(30)
class ReadLimitsTest {

    private static final TransferSyntax EXPLICIT = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
    private static final TransferSyntax DEFLATED =
            TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN;

    /** Zeros without end, and how many were asked for. */
    private static final class Zeros extends InputStream {
        private long count;

        @Override
        public int read() {
            count++;
            return 0;
        }

        @Override
        public int read(byte[] bytes, int from, int length) {
            count += length;
            return length;
        }
    }

    private static byte[] nested(int depth) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < depth; i++) {
            out.writeBytes(Bytes.hex("0800 4011 'SQ' 0000 FFFFFFFF FEFF 00E0 FFFFFFFF"));
        }
        return out.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 64, 512})
    void given10000NestedSequences_thenReadingEndsAtTheLimit(int depth) {
        ReadLimits limits = ReadLimits.DEFAULT.withMaxDepth(depth);
        assertThatThrownBy(() -> Bytes.read(nested(10_000), EXPLICIT, limits))
                .isInstanceOfSatisfying(
                        DatasetException.class,
                        e -> {
                            assertThat(e.field()).isEqualTo("depth");
                            assertThat(e).hasMessageContaining("more than " + depth);
                            assertThat(e.offset()).isEqualTo((depth - 1) * 20L + 12);
                        });
    }

    @Test
    void givenADepthWithinTheLimit_thenItIsRead() throws IOException {
        Dataset dataset = Dataset.EMPTY;
        for (int i = 1; i < 64; i++) {
            dataset = Dataset.builder().setSequence(Tag.ReferencedImageSequence, dataset).build();
        }
        byte[] bytes = Bytes.write(dataset, EXPLICIT, LengthForm.UNDEFINED);
        assertThat(Bytes.read(bytes, EXPLICIT)).isEqualTo(dataset);
    }

    @Test
    void givenManyElements_thenReadingEndsAtTheLimit() throws IOException {
        Dataset[] items = new Dataset[10];
        Arrays.fill(items, Dataset.EMPTY);
        byte[] bytes =
                Bytes.write(
                        Dataset.builder().setSequence(Tag.ReferencedImageSequence, items).build(),
                        EXPLICIT,
                        LengthForm.DEFINED);
        assertThat(Bytes.read(bytes, EXPLICIT, ReadLimits.DEFAULT.withMaxElements(11)).size())
                .isEqualTo(1);
        assertThatThrownBy(
                        () -> Bytes.read(bytes, EXPLICIT, ReadLimits.DEFAULT.withMaxElements(10)))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("more than 10 elements and items");
    }

    @Test
    void givenALongValue_thenItIsRefusedBeforeItIsRead() {
        Zeros endless = new Zeros();
        InputStream in =
                new SequenceInputStream(
                        new ByteArrayInputStream(
                                Bytes.hex("0900 0110 'OB' 0000 FEFFFFFF")), // 4 GiB
                        endless);
        try (DatasetReader reader = new DatasetReader(in, EXPLICIT)) {
            assertThatThrownBy(reader::read)
                    .isInstanceOf(DatasetException.class)
                    .hasMessageContaining("4294967294 is over 67108864");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        assertThat(endless.count).isLessThan(100_000);
    }

    @Test
    void givenALengthThatLies_thenMemoryGrowsWithWhatArrives() {
        // 1 GiB announced within the limit, 4 bytes sent: an array of the length would not fit
        ReadLimits limits =
                ReadLimits.DEFAULT
                        .withMaxValueLength(Integer.MAX_VALUE - 8)
                        .withMaxLength(1L << 40);
        byte[] lie = Bytes.hex("0900 0110 'OB' 0000 F6FFFF7F 01020304");
        for (int i = 0; i < 100; i++) {
            assertThatThrownBy(() -> Bytes.read(lie, EXPLICIT, limits))
                    .isInstanceOf(DatasetException.class)
                    .hasMessageContaining("ends after 4 of 2147483638 bytes");
        }
    }

    @Test
    void givenALongDataSet_thenReadingEndsAtTheLimit() throws IOException {
        Dataset dataset =
                Dataset.builder()
                        .setBytes(0x00091001, VR.OB, new byte[100])
                        .setBytes(0x00091002, VR.OB, new byte[100])
                        .build();
        byte[] bytes = Bytes.write(dataset, EXPLICIT, LengthForm.DEFINED);
        assertThat(Bytes.read(bytes, EXPLICIT, ReadLimits.DEFAULT.withMaxLength(224)))
                .isEqualTo(dataset);
        assertThatThrownBy(() -> Bytes.read(bytes, EXPLICIT, ReadLimits.DEFAULT.withMaxLength(223)))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("length of the data set")
                .hasMessageContaining("more than 223");
    }

    private static byte[] bomb(int zeros) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(9, true);
        try (DeflaterOutputStream deflating = new DeflaterOutputStream(out, deflater)) {
            deflating.write(Bytes.hex("0900 0110 'OB' 0000 00000004")); // 64 MiB
            byte[] chunk = new byte[1 << 16];
            for (int i = 0; i < zeros / chunk.length; i++) {
                deflating.write(chunk);
            }
        } finally {
            deflater.end();
        }
        return out.toByteArray();
    }

    @Test
    void givenADeflateBomb_thenItIsStoppedLongBeforeItsEnd() throws IOException {
        byte[] bomb = bomb(64 << 20);
        assertThat(bomb.length).isLessThan(100_000);
        assertThatThrownBy(() -> Bytes.read(bomb, DEFLATED))
                .isInstanceOfSatisfying(
                        DatasetException.class,
                        e -> {
                            assertThat(e).hasMessageContaining("more than 200 times");
                            assertThat(e.offset()).isLessThan(32 << 20);
                        });
    }

    @Test
    void givenASmallBlankImage_thenItsRatioIsNoMatter() throws IOException {
        Dataset blank = Dataset.builder().setBytes(Tag.PixelData, VR.OW, new byte[2 << 20]).build();
        byte[] bytes = Bytes.write(blank, DEFLATED, LengthForm.DEFINED);
        assertThat(bytes.length).isLessThan((2 << 20) / 200);
        assertThat(Bytes.read(bytes, DEFLATED)).isEqualTo(blank);
    }

    @Test
    void givenWhatCannotBeInflated_thenThatIsSaid() throws IOException {
        byte[] good = Bytes.write(new Generator(1).dataset(), DEFLATED, LengthForm.DEFINED);
        for (byte[] bad : List.of(Bytes.hex("FFFFFFFF"), Arrays.copyOf(good, good.length / 2))) {
            assertThatThrownBy(() -> Bytes.read(bad, DEFLATED))
                    .isInstanceOfSatisfying(
                            DatasetException.class,
                            e -> assertThat(e.field()).isEqualTo("deflated data"));
        }
    }

    @Test
    void limitsOutOfRangeAreRefusedByName() {
        assertThatThrownBy(() -> ReadLimits.DEFAULT.withMaxDepth(513))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("maxDepth: 513 is not 1 to 512");
        assertThatThrownBy(() -> ReadLimits.DEFAULT.withMaxElements(0))
                .hasMessageStartingWith("maxElements: 0");
        assertThatThrownBy(() -> ReadLimits.DEFAULT.withMaxValueLength(0))
                .hasMessageStartingWith("maxValueLength: 0");
        assertThatThrownBy(() -> ReadLimits.DEFAULT.withMaxLength(0))
                .hasMessageStartingWith("maxLength: 0");
        assertThatThrownBy(() -> new ReadLimits(1, 1, 1, 1, 1))
                .hasMessageStartingWith("maxInflateRatio: 1");
    }
}
