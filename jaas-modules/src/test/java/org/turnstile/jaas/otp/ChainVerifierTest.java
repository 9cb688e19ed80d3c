/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.otp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnstile.jaas.otp.code.OtpAlgorithm;
import org.turnstile.jaas.otp.store.ChainState;
import org.turnstile.jaas.otp.store.LastUse;
import org.turnstile.jaas.otp.store.OtpState;

/** Cases 89 to 92: what is compared, below the check of exhaustion. */
class ChainVerifierTest {

    private static final LastUse USE = new LastUse(Instant.EPOCH, Person.CT1);

    private static Verdict verify(OtpPolicy policy, ChainState state, String response) {
        byte[] bytes = response.getBytes(StandardCharsets.US_ASCII);
        return new ChainVerifier(policy).verify(state, bytes, USE);
    }

    /** The chain one step longer, so that the vectors' n = 0 is not the end that is kept back. */
    private static ChainState chain(String algorithm, String storedAtOne) {
        return ChainState.begin(
                OtpAlgorithm.of(algorithm).orElseThrow(),
                2,
                "seed",
                HexFormat.fromHexDigitsToLong(storedAtOne));
    }

    private static String why(Verdict verdict) {
        return ((Verdict.Bad) verdict).why();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9E87 6134 D904 99DD",
                "INCH SEA ANNE LONG AHEM TOUR",
                "inch sea anne long ahem tour",
                "hex:9e876134d90499dd",
                "word:INCH SEA ANNE LONG AHEM TOUR"
            })
    void case89EveryFormOfTheValueIsTaken(String response) {
        OtpState next =
                ((Verdict.Good) verify(Person.POLICY, chain("md5", "7965E05436F5029F"), response))
                        .next();

        assertThat(((ChainState) next).value()).isEqualTo(0x9E876134D90499DDL);
    }

    @Test
    void case90Sha1IsFoldedLittleEndian() {
        assertThat(verify(Person.POLICY, chain("sha1", "63D936639734385B"), "BB9E6AE1979D8FF4"))
                .isInstanceOf(Verdict.Good.class);
    }

    @Test
    void case91Md4IsTakenOnlyWhereItIsAllowed() {
        ChainState chain = chain("md4", "63473EF01CD0B444");
        OtpPolicy without = new OtpPolicy(5, 10, 100, Duration.ZERO, 10, false, true);

        assertThat(verify(Person.POLICY, chain, "D1854218EBBB0B51"))
                .isInstanceOf(Verdict.Good.class);
        assertThat(why(verify(without, chain, "D1854218EBBB0B51"))).contains("MD4");
    }

    @Test
    void case92SixWordsWithAWrongChecksumAreRefused() {
        ChainState chain = chain("md5", "7965E05436F5029F");

        assertThat(why(verify(Person.POLICY, chain, "INCH SEA ANNE LONG AHEM TOUT")))
                .contains("checksum");
    }

    @ParameterizedTest
    @CsvSource({
        "init-hex:9E876134D90499DE:md5 99 other:50FE1962C4965880, begins no chain",
        "init-hex:9E876134D90499DD:md5 1 other:50FE1962C4965880, shorter than 2",
        "init-hex:9E876134D90499DD:md4 99 other:50FE1962C4965880, MD4",
        "init-hex:9E876134D90499DD:md5 99 seed:50FE1962C4965880, seed of the old one"
    })
    void newChainsThatAreRefused(String response, String why) {
        OtpPolicy policy = new OtpPolicy(5, 10, 100, Duration.ZERO, 10, false, true);

        assertThat(why(verify(policy, chain("md5", "7965E05436F5029F"), response))).contains(why);
    }

    @Test
    void aNewChainIsRefusedWhereThePolicyDoesNotAllowIt() {
        OtpPolicy policy = new OtpPolicy(5, 10, 100, Duration.ZERO, 10, false, false);
        String response = "init-hex:9E876134D90499DD:md5 99 other:50FE1962C4965880";

        assertThat(why(verify(policy, chain("md5", "7965E05436F5029F"), response)))
                .contains("allowInit");
    }

    @Test
    void withoutLookAheadNothingIsTaken() {
        OtpPolicy policy = new OtpPolicy(0, 10, 100, Duration.ZERO, 10, false, false);

        assertThat(verify(policy, chain("md5", "7965E05436F5029F"), "9E876134D90499DD"))
                .isInstanceOf(Verdict.Bad.class);
    }
}
