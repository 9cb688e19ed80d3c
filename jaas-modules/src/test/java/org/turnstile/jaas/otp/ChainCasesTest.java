/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.otp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.turnstile.jaas.otp.code.Challenge;
import org.turnstile.jaas.otp.code.OtpAlgorithm;
import org.turnstile.jaas.otp.store.ChainState;
import org.turnstile.jaas.otp.store.Stores;

/** Cases 87 to 95, RFC 2289, on every store. */
class ChainCasesTest {

    private static final String N98 = "44B0BAFF93E25404";
    private static final String N97 = "3E6A51D0FDBEDC57";
    private static final String N96 = "A94C5332A63098C4";
    private static final String N95 = "41AA631720B1E4BF";
    private static final String N94 = "45DCFEEBA1868FBC";
    private static final String N93 = "790EFCBFCC8854BE";

    @TempDir private Path folder;

    private Person alice(Stores store) throws Exception {
        return new Person(store.empty(folder), Person.ninetyNine());
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void case87TheNextValueIsTakenAndBecomesTheStoredOne(Stores store) throws Exception {
        Person alice = alice(store);

        assertThat(alice.sends(N98)).isEqualTo("in");

        assertThat(alice.chain().value()).isEqualTo(0x44B0BAFF93E25404L);
        assertThat(alice.chain().stored()).isEqualTo(new Challenge(OtpAlgorithm.MD5, 98, "test"));
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void case88TheSameValueAgainIsRefused(Stores store) throws Exception {
        Person alice = alice(store);
        alice.sends(N98);

        assertThat(alice.sends(N98)).contains("used before");
        assertThat(alice.chain().stored().sequence()).isEqualTo(98);
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void case88WithinTheGraceWindowTheSamePlaceMayUseItAgain(Stores store) throws Exception {
        Person alice = alice(store).grace(Duration.ofSeconds(60));
        alice.sends(N98);

        assertThat(alice.later(Duration.ofSeconds(59)).sends(N98)).isEqualTo("in");
        assertThat(alice.sends("hex:" + N98)).isEqualTo("in");
        assertThat(alice.later(Duration.ofSeconds(1)).sends(N98)).contains("used before");
        assertThat(alice.chain().stored().sequence()).isEqualTo(98);
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void case88AnotherAddressOrAeTitleMayNot(Stores store) throws Exception {
        Person alice = alice(store).grace(Duration.ofSeconds(60));
        alice.sends(N98);

        assertThat(alice.at("192.0.2.2 CT1").sends(N98)).contains("used before");
        assertThat(alice.at("192.0.2.1 CT2").sends(N98)).contains("used before");
        assertThat(alice.at(Person.CT1).sends(N98)).isEqualTo("in");
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void case88NoGraceForTheValueThatBeganTheChain(Stores store) throws Exception {
        Person alice = alice(store).grace(Duration.ofSeconds(60));

        assertThat(alice.sends("50FE1962C4965880")).contains("used before");
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void case93WithinTheWindowOfFiveStepsAValueIsTaken(Stores store) throws Exception {
        Person alice = alice(store);

        assertThat(alice.sends(N93)).isEqualTo("the response is wrong");
        assertThat(alice.sends(N96)).isEqualTo("in");
        assertThat(alice.chain().stored().sequence()).isEqualTo(96);
        assertThat(alice.sends(N97)).isEqualTo("the response is wrong");
        assertThat(alice.sends(N95)).isEqualTo("in");
        assertThat(alice.sends(N93)).isEqualTo("in");
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void case93FiveStepsAreTheLastOfTheWindow(Stores store) throws Exception {
        Person alice = alice(store);

        assertThat(alice.sends(N94)).isEqualTo("in");
        assertThat(alice.chain().stored().sequence()).isEqualTo(94);
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void case95AtOneTheChainIsUsedUp(Stores store) throws Exception {
        // md5, "This is a test.", TeSt: 7965E05436F5029F is n = 1, its predecessor n = 0
        ChainState atOne = ChainState.begin(OtpAlgorithm.MD5, 1, "TeSt", 0x7965E05436F5029FL);
        Person alice = new Person(store.empty(folder), atOne);

        assertThat(alice.sends("9E876134D90499DD")).contains("used up");
        assertThat(alice.state()).isEqualTo(atOne);
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void case95TheLastValueButOneIsTheLastToLogInBy(Stores store) throws Exception {
        // n = 2 is one step above 7965E05436F5029F
        long two = OtpAlgorithm.MD5.next(0x7965E05436F5029FL);
        Person alice =
                new Person(store.empty(folder), ChainState.begin(OtpAlgorithm.MD5, 2, "TeSt", two));

        assertThat(alice.sends("9E876134D90499DD")).isEqualTo("the response is wrong");
        assertThat(alice.sends("7965E05436F5029F")).isEqualTo("in");
        assertThat(alice.chain().exhausted()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void case95ANewChainWithTheSeedOfTheOldOneIsRefused(Stores store) throws Exception {
        ChainState atOne = ChainState.begin(OtpAlgorithm.MD5, 1, "TeSt", 0x7965E05436F5029FL);
        Person alice = new Person(store.empty(folder), atOne);

        assertThat(alice.sends("init-hex:9E876134D90499DD:md5 99 tEsT:50FE1962C4965880"))
                .contains("seed of the old one");
        assertThat(alice.state()).isEqualTo(atOne);
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void case95ANewChainOfAnotherSeedBegins(Stores store) throws Exception {
        Person alice =
                new Person(
                        store.empty(folder),
                        ChainState.begin(OtpAlgorithm.MD5, 1, "TeSt", 0x7965E05436F5029FL));

        // sha1, "AbCdEfGhIjK", alpha1, n = 99
        assertThat(alice.sends("init-hex:9E876134D90499DD:sha1 99 alpha1:27BC71035AAF3DC6"))
                .isEqualTo("in");

        assertThat(alice.state())
                .isEqualTo(ChainState.begin(OtpAlgorithm.SHA1, 99, "alpha1", 0x27BC71035AAF3DC6L));
        assertThat(alice.grace(Duration.ofHours(1)).sends("27BC71035AAF3DC6"))
                .contains("used before");
    }
}
