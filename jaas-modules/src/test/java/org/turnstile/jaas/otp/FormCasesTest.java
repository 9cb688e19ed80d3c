/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.otp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.turnstile.jaas.otp.code.OtpAlgorithm;
import org.turnstile.jaas.otp.code.OtpResponse;
import org.turnstile.jaas.otp.code.SixWords;
import org.turnstile.jaas.otp.store.ChainState;
import org.turnstile.jaas.otp.store.Stores;

/**
 * Cases 89 to 92, RFC 2289, on every store. The cases' own values lie below the number 1, at which
 * a chain is used up: {@link ChainVerifierTest} has these, and here are those further up the same
 * chains.
 */
class FormCasesTest {

    private static final byte[] PASS_PHRASE = "This is a test.".getBytes(StandardCharsets.US_ASCII);
    private static final String SEED = "TeSt";

    @TempDir private Path folder;

    private Person alice(Stores store, OtpAlgorithm algorithm) throws Exception {
        return new Person(store.empty(folder), chain(algorithm));
    }

    private static ChainState chain(OtpAlgorithm algorithm) {
        return ChainState.begin(algorithm, 99, SEED, value(algorithm, 99));
    }

    private static long value(OtpAlgorithm algorithm, int sequence) {
        return algorithm.value(PASS_PHRASE, SEED, sequence);
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void case89EachFormOfAValueIsTaken(Stores store) throws Exception {
        Person alice = alice(store, OtpAlgorithm.MD5);
        String words = SixWords.encode(value(OtpAlgorithm.MD5, 97));
        List<String> responses =
                List.of(
                        OtpResponse.toHex(value(OtpAlgorithm.MD5, 98)),
                        words,
                        SixWords.encode(value(OtpAlgorithm.MD5, 96)).toLowerCase(Locale.ROOT),
                        "hex:%016x".formatted(value(OtpAlgorithm.MD5, 95)),
                        "word:" + SixWords.encode(value(OtpAlgorithm.MD5, 94)));

        for (String response : responses) {
            assertThat(alice.sends(response)).as(response).isEqualTo("in");
            assertThat(alice.sends(response)).as(response).contains("used before");
        }
        assertThat(alice.chain().stored().sequence()).isEqualTo(94);
        assertThat(alice.sends(words)).isEqualTo("the response is wrong");
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void case90Sha1IsFoldedLittleEndian(Stores store) throws Exception {
        // n = 99 of the RFC's vectors begins the chain
        Person alice =
                new Person(
                        store.empty(folder),
                        ChainState.begin(OtpAlgorithm.SHA1, 99, SEED, 0x87FEC7768B73CCF9L));

        assertThat(alice.sends(OtpResponse.toHex(value(OtpAlgorithm.SHA1, 98)))).isEqualTo("in");
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void case91Md4IsTakenWhereItIsAllowed(Stores store) throws Exception {
        Person alice = alice(store, OtpAlgorithm.MD4);
        String response = OtpResponse.toHex(value(OtpAlgorithm.MD4, 98));
        OtpPolicy withoutMd4 = new OtpPolicy(5, 10, 100, Duration.ZERO, 10, false, true);

        assertThat(alice.policy(withoutMd4).sends(response)).contains("allowMd4 is false");
        assertThat(alice.chain().stored().sequence()).isEqualTo(99);
        assertThat(alice.policy(Person.POLICY).sends(response)).isEqualTo("in");
    }

    @ParameterizedTest
    @EnumSource(Stores.class)
    void case92AWrongChecksumIsRefusedAndSpendsNothing(Stores store) throws Exception {
        Person alice = alice(store, OtpAlgorithm.MD5);
        String words = SixWords.encode(value(OtpAlgorithm.MD5, 98));
        // the neighbour in the dictionary has the same bits but for those of the checksum
        List<String> dictionary = SixWords.dictionary();
        String last = words.substring(words.lastIndexOf(' ') + 1);
        String wrong =
                words.substring(0, words.length() - last.length())
                        + dictionary.get(dictionary.indexOf(last) ^ 1);

        assertThat(alice.sends(wrong)).contains("checksum");
        assertThat(alice.state()).isEqualTo(chain(OtpAlgorithm.MD5));
        assertThat(alice.sends(words)).isEqualTo("in");
    }
}
