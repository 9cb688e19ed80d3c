/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.otp.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.turnstile.jaas.otp.code.Challenge;
import org.turnstile.jaas.otp.code.HmacAlgorithm;
import org.turnstile.jaas.otp.code.OtpAlgorithm;
import org.turnstile.jaas.otp.code.SharedKey;

class OtpStateTextTest {

    /** The profile {@code fuzz} asks for more. */
    private static final int RUNS = Integer.getInteger("turnstile.fuzz.states", 200_000);

    private static final SharedKey KEY =
            new SharedKey("12345678901234567890".getBytes(StandardCharsets.US_ASCII));
    private static final String BASE32 = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    private static final LastUse LAST =
            new LastUse(Instant.ofEpochMilli(1_763_784_000_123L), "2001:db8::1 CT1,=%");

    private record Example(OtpState state, String text) {}

    static Stream<Example> examples() {
        Challenge stored = new Challenge(OtpAlgorithm.MD5, 99, "test");
        return Stream.of(
                new Example(
                        new ChainState(stored, 0x50FE1962C4965880L, Optional.empty()),
                        "otp-md5:99:test:50FE1962C4965880:-"),
                new Example(
                        new ChainState(stored, 1, Optional.of(LAST)),
                        "otp-md5:99:test:0000000000000001:"
                                + "1763784000123,2001%3Adb8%3A%3A1 CT1%2C%3D%25"),
                new Example(HotpState.begin(KEY, 6, 0), "hotp:6:0:-:" + BASE32 + ":-"),
                new Example(
                        new HotpState(KEY, 8, 17, OptionalLong.of(50), Optional.empty()),
                        "hotp:8:17:50:" + BASE32 + ":-"),
                new Example(
                        TotpState.begin(HmacAlgorithm.SHA1, KEY, 6, 30),
                        "totp-sha1:6:30:-:" + BASE32 + ":-"),
                new Example(
                        new TotpState(HmacAlgorithm.SHA512, KEY, 8, 60, 5, Optional.empty()),
                        "totp-sha512:8:60:5:" + BASE32 + ":-"));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aStateIsItsText(Example example) {
        assertThat(OtpStateText.format(example.state())).isEqualTo(example.text());
        assertThat(OtpStateText.parse(example.text())).isEqualTo(example.state());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void toStringHasNeitherKeyNorValue(Example example) {
        assertThat(example.state().toString())
                .doesNotContain(BASE32)
                .doesNotContain("12345678")
                .doesNotContain("50FE1962C4965880")
                .doesNotContain("" + 0x50FE1962C4965880L);
    }

    @ParameterizedTest
    @CsvSource({
        "'', expects otp-",
        "pbkdf2-sha256:1:2:3, expects otp-",
        "otp-md5:99:test:50FE1962C4965880, 'has 4 fields, not 5'",
        "otp-md6:99:test:50FE1962C4965880:-, algorithm",
        "otp-md5:99:te st:50FE1962C4965880:-, seed",
        "otp-md5:-1:test:50FE1962C4965880:-, sequence",
        "otp-md5:10000:test:50FE1962C4965880:-, sequence",
        "otp-md5:99999999999999999999:test:50FE1962C4965880:-, sequence",
        "otp-md5:99:test:50FE1962C496588:-, value",
        "otp-md5:99:test:50FE1962C4965880:x, comma",
        "'otp-md5:99:test:50FE1962C4965880:x,CT1', time",
        "'otp-md5:99:test:50FE1962C4965880:1,%zz', hexadecimal",
        "hotp:5:0:-:GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ:-, digits",
        "hotp:99999999999:0:-:GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ:-, digits",
        "hotp:6:x:-:GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ:-, counter",
        "hotp:6:0:x:GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ:-, counter to follow",
        "hotp:6:0:-:GEZDGNBVGY:-, 'has 6 bytes'",
        "hotp:6:0:-:GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJ!:-, Base 32",
        "totp-md5:6:30:-:GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ:-, algorithm",
        "totp-sha1:6:9:-:GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ:-, period: 9",
        "totp-sha1:6:301:-:GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ:-, period: 301",
        "totp-sha1:6:30:x:GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ:-, step"
    })
    void anErrorNamesItsFieldAndQuotesNoSecret(String text, String problem) {
        assertThatThrownBy(() -> OtpStateText.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(problem)
                .hasMessageNotContaining("GEZDG")
                .hasMessageNotContaining("50FE");
    }

    @Test
    void aLongTextIsRefused() {
        assertThatThrownBy(() -> OtpStateText.parse("hotp:" + "0".repeat(1_100)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1024");
    }

    @Test
    void placesArePrintableAndShort() {
        InetSocketAddress peer = InetSocketAddress.createUnresolved("192.0.2.1", 1);

        assertThat(LastUse.place(peer, " CT1 ")).isEqualTo("192.0.2.1 CT1");
        assertThat(LastUse.place(peer, "C\tT\u00fc")).isEqualTo("192.0.2.1 C?T?");
        assertThat(LastUse.place(peer, "")).isEqualTo("192.0.2.1");
        assertThat(LastUse.place(peer, "X".repeat(1_000))).hasSize(128);
        assertThat(LastUse.place(new InetSocketAddress(InetAddress.getLoopbackAddress(), 1), "A"))
                .isEqualTo("127.0.0.1 A");
    }

    /** Seeded, so that a failure comes again: a damaged state is an error or another state. */
    @Test
    void aDamagedStateIsAnErrorOrAState() {
        List<String> texts = examples().map(Example::text).toList();
        Random random = new Random(4226);
        int states = 0;
        for (int i = 0; i < RUNS; i++) {
            StringBuilder text = new StringBuilder(texts.get(random.nextInt(texts.size())));
            for (int j = random.nextInt(3); j >= 0; j--) {
                text.setCharAt(random.nextInt(text.length()), (char) (' ' + random.nextInt(100)));
            }
            if (random.nextInt(4) == 0) {
                text.setLength(random.nextInt(text.length()));
            }
            try {
                OtpState state = OtpStateText.parse(text.toString());
                assertThat(OtpStateText.parse(OtpStateText.format(state))).isEqualTo(state);
                states++;
            } catch (IllegalArgumentException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
        assertThat(states).isBetween(RUNS / 200, RUNS - RUNS / 4);
    }
}
