/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.kerberos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Damaged tokens: the answer is a token or a typed error, and nothing else. */
@Timeout(60)
class KerberosTokenFuzzTest {

    private static final int RUNS = 8_000;

    private interface Reader {
        KerberosToken read(byte[] field) throws KerberosTokenException;
    }

    @ParameterizedTest
    @EnumSource
    void givenDamage_thenRequestsAreReadOrRefused(Framing framing) {
        byte[] whole = KerberosToken.of(framing, TokenBytes.AP_REQ).encodeRequest();

        assertThat(read(whole, KerberosToken::request)).isBetween(1, RUNS - 1);
    }

    @ParameterizedTest
    @EnumSource
    void givenDamage_thenRepliesAreReadOrRefused(Framing framing) {
        byte[] whole = KerberosToken.of(framing, TokenBytes.AP_REP).encodeReply();

        assertThat(read(whole, KerberosToken::reply)).isBetween(1, RUNS - 1);
    }

    private static int read(byte[] whole, Reader reader) {
        int read = 0;
        for (int seed = 0; seed < RUNS; seed++) {
            byte[] field = damaged(whole, new Random(seed));
            try {
                byte[] message = reader.read(field).message();
                assertThat(message.length).as("seed %d", seed).isBetween(2, field.length);
                read++;
            } catch (KerberosTokenException e) {
                assertThat(e.offset()).as("seed %d", seed).isBetween(0, field.length);
            }
        }
        return read;
    }

    private static byte[] damaged(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        for (int i = random.nextInt(3); i >= 0 && bytes.length > 0; i--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] = (byte) random.nextInt();
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> bytes[at] = (byte) (0x80 | random.nextInt(6));
                case 3 -> bytes = Arrays.copyOf(bytes, at);
                default -> bytes = Arrays.copyOf(bytes, bytes.length + random.nextInt(8));
            }
        }
        return bytes;
    }
}
