/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.otp.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published vectors of RFC 4226 Appendix D and RFC 6238 Appendix B. */
class HotpTest {

    private static byte[] key(int bytes) {
        return "1234567890".repeat(7).substring(0, bytes).getBytes(StandardCharsets.US_ASCII);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 755224",
        "1, 287082",
        "2, 359152",
        "3, 969429",
        "4, 338314",
        "5, 254676",
        "6, 287922",
        "7, 162583",
        "8, 399871",
        "9, 520489"
    })
    void case96TheValuesOfTheFirstCountersAreThoseOfTheRfc(long counter, String value) {
        assertThat(Hotp.value(HmacAlgorithm.SHA1, key(20), 6, counter)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "59, 94287082, 46119246, 90693936",
        "1111111109, 07081804, 68084774, 25091201",
        "1111111111, 14050471, 67062674, 99943326",
        "1234567890, 89005924, 91819424, 93441116",
        "2000000000, 69279037, 90698825, 38618901",
        "20000000000, 65353130, 77737706, 47863826"
    })
    void case97TheValuesOfTheTimesAreThoseOfTheRfc(
            long seconds, String sha1, String sha256, String sha512) {
        long step = seconds / 30;

        assertThat(Hotp.value(HmacAlgorithm.SHA1, key(20), 8, step)).isEqualTo(sha1);
        assertThat(Hotp.value(HmacAlgorithm.SHA256, key(32), 8, step)).isEqualTo(sha256);
        assertThat(Hotp.value(HmacAlgorithm.SHA512, key(64), 8, step)).isEqualTo(sha512);
    }

    @Test
    void keysAreAsLongAsTheHash() {
        for (HmacAlgorithm algorithm : HmacAlgorithm.values()) {
            assertThat(algorithm.hmac(key(20), new byte[8])).hasSize(algorithm.keyBytes());
            assertThat(HmacAlgorithm.of(algorithm.id())).contains(algorithm);
        }
        assertThat(HmacAlgorithm.of("md5")).isEmpty();
    }

    @Test
    void fewerThanSixAndMoreThanEightDigitsAreRefused() {
        for (int digits : new int[] {0, 5, 9}) {
            assertThatThrownBy(() -> Hotp.value(HmacAlgorithm.SHA1, key(20), digits, 0))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("digits: " + digits);
        }
    }
}
