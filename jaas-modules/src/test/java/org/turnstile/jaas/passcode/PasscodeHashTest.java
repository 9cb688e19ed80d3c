/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.passcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.turnstile.jaas.Home;

class PasscodeHashTest {

    /** Of "grün" with the salt 00 01 .. 0F and 10,000 rounds, computed with Python's hashlib. */
    private static final String GRUEN =
            "pbkdf2-sha256:10000:AAECAwQFBgcICQoLDA0ODw==:"
                    + "4YL/uT00oxhfuGMOAM7pjVnZX5CXI1sXG+ea9ZUGTA4=";

    private static final String SALT = "AAECAwQFBgcICQoLDA0ODw==";
    private static final String HASH = "4YL/uT00oxhfuGMOAM7pjVnZX5CXI1sXG+ea9ZUGTA4=";

    /** RFC 7914 §11, the first 32 of its 64 bytes. */
    @ParameterizedTest
    @CsvSource({
        "passwd, salt, 1, 55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc",
        "Password, NaCl, 80000, 4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56"
    })
    void derivesAsTheStandardSays(String passcode, String salt, int rounds, String hex) {
        byte[] derived = new Pbkdf2().derive(Home.bytes(passcode), Home.bytes(salt), rounds);

        assertThat(HexFormat.of().formatHex(derived)).isEqualTo(hex);
    }

    @Test
    void verifiesAHashMadeElsewhere() {
        PasscodeHash hash = PasscodeHash.parse(GRUEN);

        assertThat(hash.verify(Home.bytes("grün"))).isTrue();
        assertThat(hash.verify(Home.bytes("gruen"))).isFalse();
        assertThat(hash.verify(new byte[0])).isFalse();
        assertThat(hash.rounds()).isEqualTo(10_000);
        assertThat(hash.format()).isEqualTo(GRUEN);
    }

    @Test
    void twoHashesOfOnePasscodeDiffer() {
        PasscodeHash one = PasscodeHash.create(Home.bytes("secret"), Home.ROUNDS);
        PasscodeHash two = PasscodeHash.create(Home.bytes("secret"), Home.ROUNDS);

        assertThat(one).isNotEqualTo(two);
        assertThat(one.format()).isNotEqualTo(two.format());
        assertThat(one.verify(Home.bytes("secret"))).isTrue();
        assertThat(PasscodeHash.parse(one.format()))
                .isEqualTo(one)
                .hasSameHashCodeAs(one)
                .isNotEqualTo(PasscodeHash.parse(GRUEN))
                .isNotEqualTo(one.format());
    }

    @Test
    void aNewHashHasSixHundredThousandRoundsAndSixteenBytesOfSalt() {
        PasscodeHash hash = PasscodeHash.create(Home.bytes("secret"), PasscodeHash.DEFAULT_ROUNDS);

        assertThat(hash.format()).matches("pbkdf2-sha256:600000:[A-Za-z0-9+/]{22}==:.{43}=");
        assertThat(hash.verify(Home.bytes("secret"))).isTrue();
    }

    @Test
    void thePasscodeThatWasHashedIsTheCallersToWipe() {
        byte[] passcode = Home.bytes("secret");

        PasscodeHash.create(passcode, Home.ROUNDS);

        assertThat(passcode).isEqualTo(Home.bytes("secret"));
    }

    @Test
    void refusesAnEmptyPasscodeAndRoundsOutOfRange() {
        byte[] passcode = Home.bytes("secret");
        assertThatThrownBy(() -> PasscodeHash.create(new byte[0], Home.ROUNDS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the passcode is empty");
        assertThatThrownBy(() -> PasscodeHash.create(passcode, 9_999))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rounds: 9999 is not 10000 to 10000000");
        assertThatThrownBy(() -> PasscodeHash.create(passcode, 10_000_001))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "hunter2, 'expects pbkdf2-sha256:ROUNDS:SALT:HASH, finds 1 fields'",
        "'', 'expects pbkdf2-sha256:ROUNDS:SALT:HASH, finds 1 fields'",
        "pbkdf2-sha256:10000:S:H:x, 'expects pbkdf2-sha256:ROUNDS:SALT:HASH, finds 5 fields'",
        "PBKDF2-SHA256:10000:S:H, the algorithm is not pbkdf2-sha256",
        "md5:10000:S:H, the algorithm is not pbkdf2-sha256",
        "pbkdf2-sha256:many:S:H, the rounds are not a number of 1 to 9 digits",
        "pbkdf2-sha256::S:H, the rounds are not a number of 1 to 9 digits",
        "pbkdf2-sha256:-10000:S:H, the rounds are not a number of 1 to 9 digits",
        "pbkdf2-sha256:9999999999:S:H, the rounds are not a number of 1 to 9 digits",
        "pbkdf2-sha256:1000:S:H, rounds: 1000 is not 10000 to 10000000",
        "pbkdf2-sha256:999999999:S:H, rounds: 999999999 is not 10000 to 10000000",
        "pbkdf2-sha256:10000:S*:H, the salt is not Base64",
        "pbkdf2-sha256:10000:AAECAw==:H, the salt is not 16 to 64 bytes",
        "pbkdf2-sha256:10000::H, the salt is not 16 to 64 bytes"
    })
    void aTextWithoutTheFormIsRefusedAndNotQuoted(String text, String message) {
        String complete = text.endsWith(":H") ? text.replace(":H", ":" + HASH) : text;
        String salted = complete.replace(":S:", ":" + SALT + ":");

        assertThatThrownBy(() -> PasscodeHash.parse(salted))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void aHashHasOneFormOnly() {
        assertThatThrownBy(() -> PasscodeHash.parse(GRUEN.substring(0, GRUEN.length() - 1)))
                .hasMessage("the hash is not Base64 with padding");
        assertThatThrownBy(() -> PasscodeHash.parse(GRUEN.replace("GTA4=", "GTA5=")))
                .as("bits behind the last byte")
                .hasMessageStartingWith("the hash is not Base64");
        assertThatThrownBy(() -> PasscodeHash.parse(GRUEN.replace(HASH, SALT)))
                .hasMessage("the hash is not 32 bytes");
    }

    @Test
    void neitherSaltNorHashNorKeyIsShown() {
        assertThat(PasscodeHash.parse(GRUEN)).hasToString("pbkdf2-sha256 with 10000 rounds");
        assertThat(new RawKey(Home.bytes("secret"))).hasToString("key of HmacSHA256");
    }

    @Test
    void aKeyCanBeWiped() {
        byte[] bytes = Home.bytes("secret");
        RawKey key = new RawKey(bytes);
        assertThat(key.getEncoded()).isEqualTo(bytes);
        assertThat(key.getAlgorithm()).isEqualTo("HmacSHA256");
        assertThat(key.getFormat()).isEqualTo("RAW");

        key.destroy();

        assertThat(key.isDestroyed()).isTrue();
        assertThat(key.getEncoded()).containsOnly(0);
        assertThat(bytes).isEqualTo(Home.bytes("secret"));
    }
}
