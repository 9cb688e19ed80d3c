/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.kerberos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import java.util.function.UnaryOperator;
import javax.security.auth.login.FailedLoginException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.turnstile.api.kerberos.Der;
import org.turnstile.api.kerberos.Framing;
import org.turnstile.api.kerberos.KerberosToken;

/** Damaged requests, outside of the seals and within: a login or a refusal, and nothing else. */
@Timeout(120)
class KerberosFuzzTest {

    private static final int RUNS = 250;

    @TempDir private Path folder;
    private KerberosHome home;

    @BeforeEach
    void aHomeWithAKeytab() throws Exception {
        home = new KerberosHome(folder);
    }

    private static byte[] damaged(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(3)) {
                case 0 -> bytes[at] = (byte) random.nextInt();
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                default -> bytes[at] = (byte) 0x80;
            }
        }
        return bytes;
    }

    private boolean accepted(byte[] primary) throws Exception {
        try {
            home.login(primary);
            return true;
        } catch (FailedLoginException e) {
            assertThat(e.getMessage()).matches("(?s)K(RB|DC)_.*\\(\\d+\\): .*");
            return false;
        }
    }

    @ParameterizedTest
    @EnumSource
    void givenDamageOnTheWay_thenTheRequestIsGoodForAtMostOneLogin(Framing framing)
            throws Exception {
        byte[] whole = KerberosToken.of(framing, home.request().bytes()).encodeRequest();
        int accepted = 0;
        for (int seed = 0; seed < RUNS; seed++) {
            accepted += accepted(damaged(whole, new Random(seed))) ? 1 : 0;
        }

        assertThat(accepted).isLessThan(2);
    }

    @Test
    void givenBytesThatAKeyHolderSealed_thenALoginOrARefusal() throws Exception {
        int accepted = 0;
        for (int seed = 0; seed < RUNS; seed++) {
            Random random = new Random(seed);
            UnaryOperator<byte[]> damage = bytes -> damaged(bytes, random);
            Request request = home.request();
            byte[] field =
                    (seed % 2 == 0
                                    ? request.authenticatorBytes(damage)
                                    : request.ticketBytes(damage))
                            .bytes();
            accepted += accepted(field) ? 1 : 0;
        }

        assertThat(accepted).isLessThan(RUNS);
    }

    @Test
    void everyBitOfTheSealedPartsCounts() throws Exception {
        byte[] whole = home.request().bytes();
        for (int at = whole.length - 200; at < whole.length; at++) {
            byte[] flipped = whole.clone();
            flipped[at] ^= 1;
            assertThat(accepted(flipped)).as("byte %d", at).isFalse();
        }
        assertThat(accepted(whole)).isTrue();
    }

    @Test
    void case80_deepNestingWithinASeal_refused() throws Exception {
        byte[] deep = {2, 1, 5};
        for (int i = 0; i < 1_000; i++) {
            deep = Delegation.tlv(0x30, deep);
        }
        byte[] authenticator = Delegation.tlv(0x62, deep);

        home.refuses(
                home.request().authenticatorBytes(bytes -> authenticator),
                "nested more than " + Der.MAX_NESTING + " deep");
    }
}
