/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.otp.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtpResponseTest {

    /** The profile {@code fuzz} asks for more. */
    private static final int RUNS = Integer.getInteger("turnstile.fuzz.responses", 100_000);

    private static OtpResponse parse(String text) throws OtpFormatException {
        return OtpResponse.parse(text.getBytes(StandardCharsets.US_ASCII));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9E876134D90499DD",
                "9e87 6134 d904 99dd",
                " 9e876134\td90499dd\n",
                "hex:9e876134d90499dd",
                "HEX: 9E87 6134 D904 99DD",
                "INCH SEA ANNE LONG AHEM TOUR",
                "inch sea anne long ahem tour",
                "word:INCH SEA ANNE LONG AHEM TOUR",
                "Word: inch sea anne long ahem tour"
            })
    void everyFormOfOneValueIsThatValue(String text) throws Exception {
        assertThat(parse(text).values()).containsExactly(0x9E876134D90499DDL);
        assertThat(parse(text).newChain()).isEmpty();
    }

    @Test
    void sixWordsThatAreSixteenHexadecimalDigitsAreBoth() throws Exception {
        // found by trying words of the letters A to F until the checksum fits
        String text = ambiguous();

        assertThat(parse(text).values())
                .containsExactly(
                        HexFormat.fromHexDigitsToLong(text.replace(" ", "")),
                        SixWords.decode(text));
        assertThat(parse("hex:" + text).values()).hasSize(1);
        assertThat(parse("word:" + text).values()).hasSize(1);
    }

    private static String ambiguous() {
        List<String> two = List.of("BE", "AD", "ED");
        List<String> three = List.of("ADA", "ADD", "BAD", "BED", "BEE", "CAB", "DAB", "DAD", "FED");
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            String text =
                    String.join(
                            " ",
                            two.get(random.nextInt(two.size())),
                            two.get(random.nextInt(two.size())),
                            three.get(random.nextInt(three.size())),
                            three.get(random.nextInt(three.size())),
                            three.get(random.nextInt(three.size())),
                            three.get(random.nextInt(three.size())));
            try {
                SixWords.decode(text);
                return text;
            } catch (OtpFormatException e) {
                assertThat(e).hasMessageContaining("checksum");
            }
        }
        throw new AssertionError("none found");
    }

    @Test
    void aNewChainComesInHexadecimalDigits() throws Exception {
        OtpResponse response = parse("init-hex:5bf075d9959d036f:md5 499 ke1235:3712dcb4aa5316c1");

        assertThat(response.values()).containsExactly(0x5bf075d9959d036fL);
        OtpResponse.NewChain chain = response.newChain().orElseThrow();
        assertThat(chain.challenge()).isEqualTo(new Challenge(OtpAlgorithm.MD5, 499, "ke1235"));
        assertThat(chain.value()).isEqualTo(0x3712dcb4aa5316c1L);
    }

    @Test
    void aNewChainComesInWords() throws Exception {
        OtpResponse response =
                parse(
                        "init-word:"
                                + SixWords.encode(0x5bf075d9959d036fL)
                                + ":md5 499 KE1235:"
                                + SixWords.encode(0x3712dcb4aa5316c1L));

        assertThat(response.values()).containsExactly(0x5bf075d9959d036fL);
        assertThat(response.newChain().orElseThrow().value()).isEqualTo(0x3712dcb4aa5316c1L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "9E876134D90499D",
                "9E876134D90499DDA",
                "9E876134D90499DG",
                "secret",
                "hex:",
                "hex:INCH SEA ANNE LONG AHEM TOUR",
                "word:9E876134D90499DD",
                "oct:9E876134D90499DD",
                ":9E876134D90499DD",
                "INCH SEA ANNE LONG AHEM TOUT",
                "init-hex:5bf075d9959d036f",
                "init-hex:5bf075d9959d036f:md5 499 ke1235",
                "init-hex:5bf075d9959d036f:md5 499 ke1235:3712dcb4aa5316c1:",
                "init-hex:5bf075d9959d036f:md6 499 ke1235:3712dcb4aa5316c1",
                "init-hex:5bf075d9959d036f:md5 49999 ke1235:3712dcb4aa5316c1",
                "init-hex:5bf075d9959d036f:md5 499 ke1235ke1235ke1235:3712dcb4aa5316c1",
                "init-word:5bf075d9959d036f:md5 499 ke1235:3712dcb4aa5316c1"
            })
    void whatIsNoResponseIsRefusedAndNotQuoted(String text) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(OtpFormatException.class)
                .satisfies(
                        e -> assertThat(text.isBlank() || !e.getMessage().contains(text)).isTrue());
    }

    @Test
    void bytesThatAreNotAsciiAndLongOnesAreRefused() {
        assertThatThrownBy(() -> OtpResponse.parse(new byte[] {'A', (byte) 0xc3, (byte) 0xbc}))
                .isInstanceOf(OtpFormatException.class)
                .hasMessage("not ASCII");
        assertThatThrownBy(() -> OtpResponse.parse(new byte[OtpResponse.MAX_BYTES + 1]))
                .isInstanceOf(OtpFormatException.class)
                .hasMessageContaining("256");
    }

    @Test
    void toStringSaysNothingOfTheValue() throws Exception {
        assertThat(parse("9E876134D90499DD")).hasToString("response");
        OtpResponse init = parse("init-hex:5bf075d9959d036f:md5 499 ke1235:3712dcb4aa5316c1");
        assertThat(init).hasToString("response with a new chain");
        assertThat(init.newChain().orElseThrow()).hasToString("new chain otp-md5 499 ke1235");
    }

    private static final List<String> PIECES =
            List.of(
                    ("hex:,word:,init-hex:,init-word:,:,\t,\0,md5,sha1,499,ke1235,9E876134D90499DD,"
                                    + "INCH,SEA,ANNE,LONG,AHEM,TOUR,BED,\u00fc,-,99999999999999999")
                            .split(","));

    private static byte[] anything(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(9); i >= 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
            text.append(random.nextBoolean() ? " " : "");
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(4) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    /** Seeded, so that a failure comes again. */
    @Test
    void anyBytesAreAResponseOrATypedError() {
        Random random = new Random(2243);
        int taken = 0;
        for (int i = 0; i < RUNS; i++) {
            try {
                assertThat(OtpResponse.parse(anything(random)).values()).hasSizeBetween(1, 2);
                taken++;
            } catch (OtpFormatException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
        assertThat(taken).isPositive();
    }

    /** Damaged six words are refused, or are another value with the right checksum. */
    @Test
    void damagedWordsAreRefusedOrAnotherValue() {
        Random random = new Random(1751);
        int refused = 0;
        for (int i = 0; i < RUNS; i++) {
            long value = random.nextLong();
            StringBuilder words = new StringBuilder(SixWords.encode(value));
            words.setCharAt(random.nextInt(words.length()), (char) (' ' + random.nextInt(95)));
            try {
                long other = SixWords.decode(words.toString());
                assertThat(SixWords.encode(other))
                        .isEqualToNormalizingWhitespace(words.toString().toUpperCase(Locale.ROOT));
            } catch (OtpFormatException e) {
                refused++;
            }
        }
        assertThat(refused).isBetween(RUNS / 2, RUNS - RUNS / 100);
    }
}
