/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.charset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples are those of PS3.5 annexes H, I, J and K; {@code %033} is octal. */
class SpecificCharacterSetTest {

    private static final String PN = "\\^=";

    private static SpecificCharacterSet set(String terms) {
        return SpecificCharacterSet.of(List.of(terms.split("\\\\", -1)));
    }

    /** Text with octal escapes into bytes. */
    private static byte[] bytes(String octal) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < octal.length(); i++) {
            if (octal.charAt(i) == '%') {
                out.write(Integer.parseInt(octal.substring(i + 1, i + 4), 8));
                i += 3;
            } else {
                out.write(octal.charAt(i));
            }
        }
        return out.toByteArray();
    }

    static Stream<Arguments> examplesOfTheStandard() {
        return Stream.of(
                // PS3.5 §H.3.1: value 1 empty, Kanji and Hiragana by escape
                Arguments.of(
                        "\\ISO 2022 IR 87",
                        "Yamada^Tarou=%033$B;3ED%033(B^%033$BB@O:%033(B"
                                + "=%033$B$d$^$@%033(B^%033$B$?$m$&%033(B",
                        "Yamada^Tarou=山田^太郎=やまだ^たろう"),
                // PS3.5 §H.3.2: value 1 JIS X 0201, so G1 holds Katakana without an escape
                Arguments.of(
                        "ISO 2022 IR 13\\ISO 2022 IR 87",
                        "%324%317%300%336^%300%333%263=%033$B;3ED%033(J^%033$BB@O:%033(J"
                                + "=%033$B$d$^$@%033(J^%033$B$?$m$&%033(J",
                        "ﾔﾏﾀﾞ^ﾀﾛｳ=山田^太郎=やまだ^たろう"),
                // PS3.5 §I.2: Korean in G1, designated anew after each delimiter
                Arguments.of(
                        "\\ISO 2022 IR 149",
                        "Hong^Gildong=%033$)C%373%363^%033$)C%321%316%324%327"
                                + "=%033$)C%310%253^%033$)C%261%346%265%277",
                        "Hong^Gildong=洪^吉洞=홍^길동"),
                // PS3.5 §J.1: Chinese in UTF-8
                Arguments.of(
                        "ISO_IR 192",
                        "Wang^XiaoDong=%347%216%213^%345%260%217%346%235%261",
                        "Wang^XiaoDong=王^小東"),
                // PS3.5 §J.2: Chinese in GB18030
                Arguments.of(
                        "GB18030", "Wang^XiaoDong=%315%365^%320%241%266%253", "Wang^XiaoDong=王^小东"),
                // PS3.5 §K.2: Chinese in GB 2312
                Arguments.of(
                        "\\ISO 2022 IR 58",
                        "Zhang^XiaoDong=%033$)A%325%305^%033$)A%320%241%266%253=",
                        "Zhang^XiaoDong=张^小东="),
                Arguments.of("ISO_IR 100", "Buc^J%351r%364me", "Buc^Jérôme"),
                Arguments.of(
                        "ISO_IR 144", "%273%356%332%341%325%334%321%343%340%323", "Люксембург"),
                Arguments.of("ISO_IR 126", "%304%351%357%355%365%363%351%357%362", "Διονυσιος"),
                Arguments.of(
                        "ISO_IR 127", "%342%310%307%346%352^%344%346%322%307%321", "قباني^لنزار"),
                Arguments.of("ISO_IR 138", "%371%370%345%357^%343%341%345%370%344", "שרון^דבורה"));
    }

    @ParameterizedTest
    @MethodSource("examplesOfTheStandard")
    void givenAnExampleOfTheStandard_thenItIsReadAndWrittenAlike(
            String terms, String octal, String text) {
        assertThat(set(terms).decode(bytes(octal), PN)).isEqualTo(text);
        assertThat(set(terms).encode(text, PN)).isEqualTo(bytes(octal));
    }

    @ParameterizedTest
    @CsvSource({
        "ISO_IR 100, 'Äÿ'",
        "ISO_IR 101, 'Łő'",
        "ISO_IR 109, 'Ħĝ'",
        "ISO_IR 110, 'ĸŋ'",
        "ISO_IR 144, 'Жя'",
        "ISO_IR 127, 'شي'",
        "ISO_IR 126, 'Ωψ'",
        "ISO_IR 138, 'שת'",
        "ISO_IR 148, 'Ğş'",
        "ISO_IR 203, '€œ'",
        "ISO_IR 166, 'กฮ'",
        "ISO_IR 13, 'ｱﾝ‾'",
        "GBK, '東东'",
        "GB18030, '㐀東𠀀'",
        "ISO_IR 192, '€𠀀'",
        "ISO 2022 IR 6\\ISO 2022 IR 159, '丂'",
        "ISO 2022 IR 100\\ISO 2022 IR 126\\ISO 2022 IR 87, 'é Ω é 山 é'"
    })
    void givenACharacterSet_thenItsCharactersComeBack(String terms, String text) {
        byte[] coded = set(terms).encode(text, "\\");
        assertThat(set(terms).decode(coded, "\\")).isEqualTo(text);
        assertThat(set(terms).canEncode(text, "\\")).isTrue();
    }

    @Test
    void givenAKanjiWhoseSecondByteIsABackslash_thenItIsNoDelimiter() {
        // 305CH of JIS X 0208: its second byte is the code of the backslash
        byte[] coded = bytes("%033$B0\\%033(B");
        assertThat(set("\\ISO 2022 IR 87").decode(coded, "\\")).isEqualTo("移");
    }

    @Test
    void givenEscapeSequencesOfSetsThatWereNotDeclared_thenTheyAreNotFollowed() {
        assertThat(set("ISO 2022 IR 100\\ISO 2022 IR 126").decode(bytes("a%033$Bb"), PN))
                .isEqualTo("a\uFFFD$Bb");
    }

    @ParameterizedTest
    @CsvSource({
        // half a character at the end, and before an escape sequence
        "'%033$B;', '\uFFFD'",
        "'%033$B;%033(Bx', '\uFFFDx'",
        // G1 without a set there
        "'%351x', '\uFFFDx'",
        // an escape sequence that ends early
        "'%033$', '\uFFFD$'"
    })
    void givenBytesWithoutMeaning_thenTheReplacementCharacterStandsForThem(
            String octal, String text) {
        assertThat(set("\\ISO 2022 IR 87").decode(bytes(octal), PN)).isEqualTo(text);
    }

    @Test
    void givenALineEnd_thenValueOneHoldsAgain() {
        String text = "山\r\nx";
        byte[] coded = set("\\ISO 2022 IR 87").encode(text, "");
        assertThat(coded).isEqualTo(bytes("%033$B;3%033(B%015%012x"));
        // Latin 1 in G1 is put back before the line end, where a reader expects it
        byte[] greek = set("ISO 2022 IR 100\\ISO 2022 IR 126").encode("Ω\né", "");
        assertThat(greek).isEqualTo(bytes("%033-F%331%033-A%012%351"));
    }

    @Test
    void givenAnUnknownTerm_thenAsciiIsReadAndTheRestRefusedByName() {
        SpecificCharacterSet unknown = set("ISO_IR 999");
        assertThat(unknown.decode(bytes("abc"), PN)).isEqualTo("abc");
        assertThatThrownBy(() -> unknown.decode(bytes("%351"), PN))
                .isInstanceOf(CharacterSetException.class)
                .hasMessageContaining("(0008,0005)")
                .hasMessageContaining("\"ISO_IR 999\"");
        assertThatThrownBy(() -> set("ISO_IR 192\\GB18030").encode("é", PN))
                .isInstanceOf(CharacterSetException.class)
                .hasMessageContaining("\"GB18030\"");
    }

    @ParameterizedTest
    @CsvSource({"ISO_IR 100, U+0416", "ISO_IR 13, U+0416"})
    void givenACharacterWithoutACode_thenItIsRefusedByItsNumber(String terms, String number) {
        assertThat(set(terms).canEncode("Ж", PN)).isFalse();
        assertThatThrownBy(() -> set(terms).encode("Ж", PN))
                .isInstanceOf(CharacterSetException.class)
                .hasMessageContaining(number);
    }

    @Test
    void givenUnpairedSurrogates_thenUtf8RefusesThem() {
        assertThatThrownBy(() -> SpecificCharacterSet.UTF_8.encode("\uD800", PN))
                .isInstanceOf(CharacterSetException.class);
    }

    @Test
    void givenJisRomaji_thenTheTildeNeedsAscii() {
        byte[] coded = set("ISO 2022 IR 13").encode("~‾", PN);
        assertThat(coded).isEqualTo(bytes("%033(B~%033(J~"));
    }

    @Test
    void characterSetsAreEqualByTheirTerms() {
        assertThat(set("ISO_IR 192"))
                .isEqualTo(SpecificCharacterSet.UTF_8)
                .hasSameHashCodeAs(SpecificCharacterSet.UTF_8)
                .isNotEqualTo(SpecificCharacterSet.DEFAULT)
                .hasToString("ISO_IR 192");
        assertThat(SpecificCharacterSet.DEFAULT.terms()).isEmpty();
        assertThat(SpecificCharacterSet.isPlain("a".getBytes(StandardCharsets.US_ASCII))).isTrue();
        assertThat(SpecificCharacterSet.isPlain(bytes("%033"))).isFalse();
    }
}
