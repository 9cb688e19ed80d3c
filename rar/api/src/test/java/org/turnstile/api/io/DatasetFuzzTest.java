/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnstile.api.charset.CharacterSetException;
import org.turnstile.api.data.Dataset;
import org.turnstile.api.data.UIDs;
import org.turnstile.api.data.ValueException;

/** Damaged data sets: the answer is a data set or a typed error, and nothing else. */
@Timeout(value = 2, unit = TimeUnit.HOURS)
class DatasetFuzzTest {

    /** For each transfer syntax; the profile {@code fuzz} asks for more. */
    private static final int RUNS = Integer.getInteger("turnstile.fuzz.datasets", 1_000);

    private static final ReadLimits LIMITS =
            new ReadLimits(16, 10_000, 1 << 20, 8 << 20, ReadLimits.DEFAULT_MAX_INFLATE_RATIO);

    /** Takes every data element there is. */
    private static final TransferSyntax JPEG = TransferSyntax.of(UIDs.JPEGBaseline8Bit);

    @ParameterizedTest
    @ValueSource(
            strings = {
                UIDs.ImplicitVRLittleEndian,
                UIDs.ExplicitVRLittleEndian,
                UIDs.ExplicitVRBigEndian,
                UIDs.DeflatedExplicitVRLittleEndian
            })
    void givenDamage_thenItIsReadOrRefused(String uid) throws IOException {
        TransferSyntax syntax = TransferSyntax.of(uid);
        List<byte[]> whole = whole(syntax);
        int read = 0;
        for (int seed = 0; seed < RUNS; seed++) {
            byte[] bytes = whole.get(seed % whole.size()).clone();
            damage(bytes, new Random(seed));
            read += readOrRefused(bytes, syntax, seed);
        }
        assertThat(read).as("not all can be refused, nor all be read").isBetween(1, RUNS - 1);
    }

    private static List<byte[]> whole(TransferSyntax syntax) throws IOException {
        List<byte[]> all = new ArrayList<>();
        for (int seed = 0; seed < 25; seed++) {
            Dataset dataset = new Generator(seed).dataset();
            for (LengthForm form : LengthForm.values()) {
                all.add(Bytes.write(dataset, syntax, form));
            }
        }
        return all;
    }

    private static void damage(byte[] bytes, Random random) {
        for (int i = random.nextInt(4); i >= 0 && bytes.length > 0; i--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(3)) {
                case 0 -> bytes[at] = (byte) random.nextInt();
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                default -> bytes[at] = (byte) 0xFF;
            }
        }
    }

    private static int readOrRefused(byte[] bytes, TransferSyntax syntax, int seed)
            throws IOException {
        Dataset dataset;
        try {
            dataset = Bytes.read(bytes, syntax, LIMITS);
        } catch (DatasetException e) {
            assertThat(e.field()).isNotEmpty();
            return 0;
        }
        // padding of odd lengths is added by the first writing, so compare after it
        byte[] once = Bytes.write(dataset, JPEG, LengthForm.DEFINED);
        Dataset again = Bytes.read(once, JPEG);
        byte[] twice = Bytes.write(again, JPEG, LengthForm.UNDEFINED);
        assertThat(Bytes.read(twice, JPEG)).as("seed %d", seed).isEqualTo(again);
        toJson(dataset);
        return 1;
    }

    private static void toJson(Dataset dataset) throws IOException {
        StringBuilder json = new StringBuilder();
        try {
            DatasetJson.write(dataset, json);
            assertThat(Json.parse(json.toString())).isNotNull();
        } catch (ValueException | CharacterSetException e) {
            assertThat(e).hasMessageContaining("(");
        }
    }
}
