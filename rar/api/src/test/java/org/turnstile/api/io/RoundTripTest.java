/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.turnstile.api.data.DataElement;
import org.turnstile.api.data.Dataset;
import org.turnstile.api.data.DatasetBuilder;
import org.turnstile.api.data.Fragments;
import org.turnstile.api.data.Sequence;
import org.turnstile.api.data.Tag;
import org.turnstile.api.data.Tags;
import org.turnstile.api.data.UIDs;
import org.turnstile.api.data.VR;
import org.turnstile.api.data.Value;

/** What is written is what is read: generated data sets, each transfer syntax, both lengths. */
class RoundTripTest {

    private static final int SEEDS = 60;

    static Stream<Arguments> explicitSyntaxes() {
        List<Arguments> all = new ArrayList<>();
        for (TransferSyntax each :
                List.of(
                        TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
                        TransferSyntax.EXPLICIT_VR_BIG_ENDIAN,
                        TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN,
                        TransferSyntax.of(UIDs.JPEGBaseline8Bit))) {
            for (LengthForm form : LengthForm.values()) {
                all.add(Arguments.of(each, form));
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("explicitSyntaxes")
    void givenExplicitVr_thenTheSameComesBack(TransferSyntax syntax, LengthForm form)
            throws IOException {
        for (long seed : LongStream.range(0, SEEDS).toArray()) {
            Dataset dataset = new Generator(seed).dataset();
            byte[] written = Bytes.write(dataset, syntax, form);
            assertThat(written.length % 2).as("length, seed %d", seed).isZero();
            assertThat(Bytes.read(written, syntax)).as("seed %d", seed).isEqualTo(dataset);
        }
    }

    @ParameterizedTest
    @EnumSource
    void givenImplicitVr_thenPrivateVrsAreLostAndNothingElse(LengthForm form) throws IOException {
        TransferSyntax syntax = TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN;
        for (long seed : LongStream.range(0, SEEDS).toArray()) {
            Dataset dataset = new Generator(seed).dataset();
            byte[] written = Bytes.write(dataset, syntax, form);
            assertThat(Bytes.read(written, syntax))
                    .as("seed %d", seed)
                    .isEqualTo(withoutPrivateVrs(dataset));
        }
    }

    private static Dataset withoutPrivateVrs(Dataset dataset) {
        DatasetBuilder builder = Dataset.builder(dataset.characterSet());
        for (DataElement each : dataset) {
            if (each instanceof Sequence sequence) {
                builder.setSequence(
                        each.tag(),
                        sequence.items().stream()
                                .map(RoundTripTest::withoutPrivateVrs)
                                .toArray(Dataset[]::new));
            } else if (each instanceof Value
                    && Tags.isPrivate(each.tag())
                    && !Tags.isPrivateCreator(each.tag())) {
                builder.setBytes(each.tag(), VR.UN, dataset.getBytes(each.tag()));
            } else {
                builder.put(each);
            }
        }
        return builder.build();
    }

    @ParameterizedTest
    @EnumSource
    void givenEncapsulatedPixelData_thenItsFragmentsArePassedThrough(LengthForm form)
            throws IOException {
        Fragments pixels =
                new Fragments(
                        Tag.PixelData,
                        VR.OB,
                        List.of(
                                ByteBuffer.allocate(0),
                                ByteBuffer.wrap(new byte[] {1, 2, 3, 4}),
                                ByteBuffer.wrap(new byte[] {5, 6})));
        Dataset dataset = Dataset.builder().setLong(Tag.Rows, 8).put(pixels).build();
        Dataset item = Dataset.builder().setSequence(Tag.IconImageSequence, dataset).build();
        TransferSyntax jpeg = TransferSyntax.of(UIDs.JPEGBaseline8Bit);
        assertThat(Bytes.read(Bytes.write(item, jpeg, form), jpeg)).isEqualTo(item);
    }

    @ParameterizedTest
    @MethodSource("explicitSyntaxes")
    void givenAValueTooLongForItsLengthField_thenItIsWrittenAsUn(
            TransferSyntax syntax, LengthForm form) throws IOException {
        byte[] words = new byte[70_000];
        words[0] = 1;
        Dataset dataset = Dataset.builder().setBytes(Tag.LUTData, VR.US, words).build();
        Dataset read = Bytes.read(Bytes.write(dataset, syntax, form), syntax);
        assertThat(read.get(Tag.LUTData)).contains(Value.of(Tag.LUTData, VR.UN, words));
    }
}
