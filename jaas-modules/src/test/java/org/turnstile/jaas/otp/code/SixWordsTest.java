/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.otp.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SixWordsTest {

    /**
     * SHA-256 of the words, one a line, as PyCryptodome 3.11's Crypto.Util.RFC1751, Heimdal 7.8's
     * libotp and Elytron 2.7's OTPUtil have them: three sources that agree in every word.
     */
    private static final String DICTIONARY =
            "8305c66c4dee7f2d923b7ea1cab11b7b6fa832f6a99b8b3f74fdb7fb5c8fe980";

    @Test
    void theDictionaryIsThatOfTheRfcWordByWord() throws Exception {
        String lines = String.join("\n", SixWords.dictionary()) + "\n";

        byte[] digest =
                MessageDigest.getInstance("SHA-256")
                        .digest(lines.getBytes(StandardCharsets.US_ASCII));

        assertThat(HexFormat.of().formatHex(digest)).isEqualTo(DICTIONARY);
    }

    @Test
    void theDictionaryHasItsWordsAtTheirPlaces() {
        List<String> words = SixWords.dictionary();

        assertThat(words).hasSize(2_048).doesNotHaveDuplicates();
        assertThat(words.get(0)).isEqualTo("A");
        assertThat(words.get(570)).isEqualTo("YOU");
        assertThat(words.get(571)).isEqualTo("ABED");
        assertThat(words.get(1_908)).isEqualTo("TOUR");
        assertThat(words.get(1_909)).isEqualTo("TOUT");
        assertThat(words.get(2_047)).isEqualTo("YOKE");
    }

    @Test
    void everyValueIsReadBackAndEveryOtherLastWordIsWrong() throws Exception {
        Random random = new Random(2289);
        for (int i = 0; i < 20_000; i++) {
            long value = random.nextLong();
            assertThat(SixWords.decode(SixWords.encode(value))).isEqualTo(value);
        }
        assertThat(SixWords.decode(SixWords.encode(0))).isZero();
        assertThat(SixWords.decode(SixWords.encode(-1))).isEqualTo(-1);
    }

    @Test
    void case92AWrongChecksumIsRefused() {
        assertThatThrownBy(() -> SixWords.decode("INCH SEA ANNE LONG AHEM TOUT"))
                .isInstanceOf(OtpFormatException.class)
                .hasMessageContaining("checksum")
                .hasMessageNotContaining("TOUT");
    }

    @Test
    void exactlyOneOfFourNeighboursHasTheRightChecksum() throws Exception {
        for (int first = 0; first < 2_048; first += 4) {
            int right = 0;
            for (int i = first; i < first + 4; i++) {
                try {
                    SixWords.decode("INCH SEA ANNE LONG AHEM " + SixWords.dictionary().get(i));
                    right++;
                } catch (OtpFormatException e) {
                    assertThat(e).hasMessageContaining("checksum");
                }
            }
            assertThat(right).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "INCH SEA ANNE LONG AHEM, 5 words",
        "INCH SEA ANNE LONG AHEM TOUR A, 7 words",
        "'', 1 words",
        "INCH SEA ANNE LONG AHEM TOURS, not in the dictionary",
        "INCH SEA ANNE LONG AHEM ZZZ, not in the dictionary",
        "INCH;SEA;ANNE;LONG;AHEM;TOUR, 1 words"
    })
    void whatAreNotSixWordsOfTheDictionaryIsRefused(String text, String problem) {
        assertThatThrownBy(() -> SixWords.decode(text))
                .isInstanceOf(OtpFormatException.class)
                .hasMessageContaining(problem);
    }

    @Test
    void whiteSpaceAndCaseDoNotCount() throws Exception {
        assertThat(SixWords.decode("  Inch\tSea anne  LONG\nahem tour "))
                .isEqualTo(0x9E876134D90499DDL);
    }
}
