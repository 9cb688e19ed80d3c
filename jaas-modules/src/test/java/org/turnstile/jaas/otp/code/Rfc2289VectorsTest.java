/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.otp.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.turnstile.jaas.otp.code.Vectors.Vector;

/** Case 92: all published vectors, in both forms. */
class Rfc2289VectorsTest {

    static Stream<Vector> vectors() {
        return Vectors.all();
    }

    @Test
    void case92ThereAreTwentySevenVectors() {
        assertThat(vectors()).hasSize(27);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void case92TheValueIsTheOneOfTheRfc(Vector vector) {
        long value = vector.algorithm().value(vector.secret(), vector.seed(), vector.sequence());

        assertThat(OtpResponse.toHex(value)).isEqualTo(vector.hex());
        assertThat(SixWords.encode(value)).isEqualTo(vector.words());
        assertThat(SixWords.checksum(value)).isEqualTo(vector.checksum());
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void case92BothFormsAreReadBack(Vector vector) throws Exception {
        long value = vector.algorithm().value(vector.secret(), vector.seed(), vector.sequence());

        for (String form :
                new String[] {
                    vector.hex(),
                    vector.hex().replace(" ", "").toLowerCase(java.util.Locale.ROOT),
                    vector.words(),
                    vector.words().toLowerCase(java.util.Locale.ROOT),
                    "hex:" + vector.hex(),
                    "WORD: " + vector.words()
                }) {
            OtpResponse response = OtpResponse.parse(form.getBytes(StandardCharsets.US_ASCII));
            assertThat(response.values()).as(form).containsExactly(value);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "98, 44B0 BAFF 93E2 5404",
        "97, 3E6A 51D0 FDBE DC57",
        "96, A94C 5332 A630 98C4",
        "95, 41AA 6317 20B1 E4BF",
        "94, 45DC FEEB A186 8FBC",
        "93, 790E FCBF CC88 54BE"
    })
    void theChainBelowNinetyNineIsTheOneOfTheWindowCases(int sequence, String hex) {
        byte[] passPhrase = "This is a test.".getBytes(StandardCharsets.US_ASCII);

        long value = OtpAlgorithm.MD5.value(passPhrase, "TeSt", sequence);

        assertThat(OtpResponse.toHex(value)).isEqualTo(hex);
        for (int i = sequence; i < 99; i++) {
            value = OtpAlgorithm.MD5.next(value);
        }
        assertThat(OtpResponse.toHex(value)).isEqualTo("50FE 1962 C496 5880");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 31d6cfe0d16ae931b73c59d7e0c089c0",
        "a, bde52cb31de33e46245e05fbdbd6fb24",
        "abc, a448017aaf21d8525fc10ae87aa6729d",
        "message digest, d9130a8164549fe818874806e1c7014b",
        "abcdefghijklmnopqrstuvwxyz, d79e1c308aa5bbcdeea8ed63df412da9",
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789,"
                + " 043f8582f241db351ce627e153e7f0e4",
        "12345678901234567890123456789012345678901234567890123456789012345678901234567890,"
                + " e33b4ddc9c38f2199c3e7b164fcc0536"
    })
    void md4IsThatOfRfc1320(String message, String digest) {
        assertThat(Md4.digest(message.getBytes(StandardCharsets.US_ASCII)))
                .asHexString()
                .isEqualToIgnoringCase(digest);
    }

    @Test
    void passPhrasesOutsideOfTheRfcAreRefusedWithoutBeingQuoted() {
        for (int length : new int[] {0, 9, 64}) {
            byte[] passPhrase = "x".repeat(length).getBytes(StandardCharsets.US_ASCII);
            assertThatThrownBy(() -> OtpAlgorithm.SHA1.value(passPhrase, "seed", 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(length + " bytes, not 10 to 63");
        }
        assertThat(
                        OtpAlgorithm.SHA1.value(
                                "x".repeat(10).getBytes(StandardCharsets.US_ASCII), "s", 0))
                .isNotEqualTo(
                        OtpAlgorithm.SHA1.value(
                                "x".repeat(63).getBytes(StandardCharsets.US_ASCII), "s", 0));
    }

    @Test
    void seedsOutsideOfTheRfcAreRefused() {
        byte[] passPhrase = "This is a test.".getBytes(StandardCharsets.US_ASCII);
        for (String seed : new String[] {"", "dog 2", "dög2", "a".repeat(17), "dog-2"}) {
            assertThatThrownBy(() -> OtpAlgorithm.SHA1.value(passPhrase, seed, 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("seed");
        }
    }

    @Test
    void aNegativeSequenceIsRefused() {
        byte[] passPhrase = "This is a test.".getBytes(StandardCharsets.US_ASCII);

        assertThatThrownBy(() -> OtpAlgorithm.MD5.value(passPhrase, "seed", -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1");
    }
}
