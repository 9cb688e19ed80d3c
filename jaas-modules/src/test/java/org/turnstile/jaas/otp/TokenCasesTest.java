/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.otp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.turnstile.jaas.otp.code.HmacAlgorithm;
import org.turnstile.jaas.otp.code.SharedKey;
import org.turnstile.jaas.otp.store.HotpState;
import org.turnstile.jaas.otp.store.Stores;
import org.turnstile.jaas.otp.store.TotpState;

/** Cases 96 and 97, HOTP and TOTP, on every store. */
class TokenCasesTest {

    /** The key of the RFCs' vectors. */
    private static final SharedKey KEY =
            new SharedKey("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    private static final String[] VALUES = {
        "755224", "287082", "359152", "969429", "338314",
        "254676", "287922", "162583", "399871", "520489"
    };

    @TempDir private Path folder;

    private Person counting(Stores store) throws Exception {
        return new Person(store.empty(folder), HotpState.begin(KEY, 6, 0));
    }

    private Person timing(Stores store) throws Exception {
        return new Person(store.empty(folder), TotpState.begin(HmacAlgorithm.SHA1, KEY, 8, 30));
    }

    private static String value(long counter) {
        return HotpState.begin(KEY, 6, 0).password(counter);
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void case96TheValuesOfTheRfcAreTakenInTheirOrderAndOnce(Stores store) throws Exception {
        Person alice = counting(store);

        for (String value : VALUES) {
            assertThat(alice.sends(value)).isEqualTo("in");
            assertThat(alice.sends(value)).contains("used before");
        }
        assertThat(alice.sends(VALUES[3])).contains("wrong");
        assertThat(((HotpState) alice.state()).counter()).isEqualTo(10);
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void case96ThreeAheadIsTakenElevenAheadIsNot(Stores store) throws Exception {
        Person alice = counting(store);

        assertThat(alice.sends(value(3))).isEqualTo("in");
        assertThat(alice.sends(value(4 + 11))).contains("far ahead");
        assertThat(alice.sends(value(4 + 10))).isEqualTo("in");
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void case96TwoValuesInARowFindTheCounterAgain(Stores store) throws Exception {
        Person alice = counting(store);

        assertThat(alice.sends(value(50))).contains("far ahead");
        assertThat(alice.sends(value(50))).contains("far ahead");
        assertThat(alice.sends(value(51))).isEqualTo("in");
        assertThat(alice.sends(value(52))).isEqualTo("in");
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void case96AnythingBetweenTheTwoForgetsTheFirst(Stores store) throws Exception {
        Person alice = counting(store);

        alice.sends(value(50));
        assertThat(alice.sends("000000")).contains("wrong");
        assertThat(((HotpState) alice.state()).resync()).isEqualTo(OptionalLong.empty());
        assertThat(alice.sends(value(51))).contains("far ahead");
        assertThat(alice.sends(value(53))).contains("far ahead");
        assertThat(alice.sends(value(52))).contains("far ahead");
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void case96BeyondTheSecondWindowNothingIsFound(Stores store) throws Exception {
        Person alice = counting(store);

        assertThat(alice.sends(value(110))).contains("far ahead");
        assertThat(alice.sends(value(112))).isEqualTo("the passcode is wrong");
        assertThat(alice.sends(value(113))).isEqualTo("the passcode is wrong");
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void case97TheVectorOfTheRfcIsTakenOnce(Stores store) throws Exception {
        Person alice = timing(store).at(Instant.ofEpochSecond(59));

        assertThat(alice.sends("94287082")).isEqualTo("in");
        assertThat(alice.sends("94287082")).contains("used before");
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void case97ThePreviousStepIsTakenTwoStepsBackAreNot(Stores store) throws Exception {
        Person alice = timing(store).at(Instant.ofEpochSecond(1_111_111_109));

        // 07081804 is of the step that ends at ...109
        assertThat(alice.later(Duration.ofSeconds(31)).sends("07081804")).contains("too old");
        assertThat(alice.later(Duration.ofSeconds(-1)).sends("07081804")).isEqualTo("in");
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void case97AStepBeforeTheLastOneIsNotTakenAnyMore(Stores store) throws Exception {
        Person alice = timing(store).at(Instant.ofEpochSecond(1_111_111_111));

        assertThat(alice.sends("14050471")).isEqualTo("in");
        assertThat(alice.sends("07081804")).contains("wrong");
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void case97AStepToComeIsNotTaken(Stores store) throws Exception {
        Person alice = timing(store).at(Instant.ofEpochSecond(1_111_111_109));

        assertThat(alice.sends("14050471")).contains("wrong");
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void graceCountsForTokensToo(Stores store) throws Exception {
        Person timing = timing(store).grace(Duration.ofSeconds(20)).at(Instant.ofEpochSecond(40));
        String value = TotpState.begin(HmacAlgorithm.SHA1, KEY, 8, 30).password(1);

        assertThat(timing.sends(value)).isEqualTo("in");
        assertThat(timing.later(Duration.ofSeconds(19)).sends(value)).isEqualTo("in");
        assertThat(timing.at("192.0.2.9 CT1").sends(value)).contains("used before");
        assertThat(timing.at(Person.CT1).later(Duration.ofSeconds(1)).sends(value))
                .contains("used before");
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void graceCountsForCountersToo(Stores store) throws Exception {
        Person counting = counting(store).grace(Duration.ofSeconds(20));

        assertThat(counting.sends(VALUES[0])).isEqualTo("in");
        assertThat(counting.later(Duration.ofSeconds(19)).sends(VALUES[0])).isEqualTo("in");
        assertThat(counting.later(Duration.ofSeconds(1)).sends(VALUES[0])).contains("used before");
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void digitsMayBeGroupedAndNothingElse(Stores store) throws Exception {
        Person alice = counting(store);

        for (String bad : new String[] {"", "755", "75522", "7552244", "755224x", "0x755224"}) {
            assertThat(alice.sends(bad)).as(bad).contains("wrong");
        }
        assertThat(alice.sends("755 224")).isEqualTo("in");
    }
}
