/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.pdu.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Good PDUs with a few bytes changed, by a seed: 200,000 of them in every build. */
class PduMutationTest {

    private static final int INPUTS = 50_000;
    private static final int[] ODD_VALUES = {0x00, 0x01, 0x02, 0x7F, 0x80, 0xFE, 0xFF};

    @ParameterizedTest
    @ValueSource(longs = {11, 22, 33, 44})
    void whateverComesIsReadOrRefused(long seed) {
        List<byte[]> good = good(seed);
        Random random = new Random(seed);
        PduCheck check = new PduCheck(PduLimits.DEFAULT);
        int taken = 0;
        for (int i = 0; i < INPUTS; i++) {
            byte[] bytes = good.get(random.nextInt(good.size()));
            int changes = 1 + random.nextInt(4);
            for (int change = 0; change < changes; change++) {
                bytes = mutate(bytes, random);
            }
            taken += check.check(bytes) ? 1 : 0;
        }
        assertThat(taken).as("inputs without fault").isBetween(INPUTS / 20, INPUTS * 19 / 20);
    }

    private static List<byte[]> good(long seed) {
        RandomPdus pdus = new RandomPdus(seed);
        List<byte[]> good = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            good.add(Wire.encode(i % 3 == 0 ? pdus.next() : i % 3 == 1 ? pdus.rq() : pdus.ac()));
        }
        good.removeIf(bytes -> bytes.length > 2500);
        return good;
    }

    private static byte[] mutate(byte[] bytes, Random random) {
        if (bytes.length < 8) {
            return bytes;
        }
        int at = random.nextInt(bytes.length);
        return switch (random.nextInt(7)) {
            case 0 -> Bytes.with(bytes, at, bytes[at] ^ 1 << random.nextInt(8));
            case 1 -> Bytes.with(bytes, at, ODD_VALUES[random.nextInt(ODD_VALUES.length)]);
            case 2 -> Bytes.with(bytes, at, bytes[at] + random.nextInt(9) - 4);
            case 3 -> cut(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(8)));
            case 4 -> repeat(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(64)));
            case 5 -> fitLength(repeat(bytes, at, Math.min(bytes.length, at + 40)));
            default -> Bytes.join(bytes, Arrays.copyOf(bytes, at));
        };
    }

    private static byte[] cut(byte[] bytes, int from, int to) {
        return Bytes.join(Arrays.copyOf(bytes, from), Arrays.copyOfRange(bytes, to, bytes.length));
    }

    private static byte[] repeat(byte[] bytes, int from, int to) {
        return Bytes.join(Arrays.copyOf(bytes, to), Arrays.copyOfRange(bytes, from, bytes.length));
    }

    /** Makes the PDU length right again, so that the change reaches the items. */
    private static byte[] fitLength(byte[] bytes) {
        return Bytes.pdu(bytes[0], Arrays.copyOfRange(bytes, 6, bytes.length));
    }
}
