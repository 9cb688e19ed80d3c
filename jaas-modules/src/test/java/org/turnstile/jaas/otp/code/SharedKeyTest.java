/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.otp.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class SharedKeyTest {

    @Test
    void aKeyIsItsBytesAndNotTheArrayThatItWasMadeOf() {
        byte[] bytes = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
        SharedKey key = new SharedKey(bytes);

        bytes[0] = 0;

        assertThat(key.base32()).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(SharedKey.ofBase32(key.base32())).isEqualTo(key).hasSameHashCodeAs(key);
        assertThat(new SharedKey(bytes)).isNotEqualTo(key);
        assertThat(key).hasToString("key of 20 bytes");
    }

    @Test
    void newKeysAreAsLongAsTheHashAndNotTheSame() {
        SecureRandom random = new SecureRandom();
        for (HmacAlgorithm algorithm : HmacAlgorithm.values()) {
            SharedKey key = SharedKey.random(algorithm, random);
            assertThat(key).hasToString("key of " + algorithm.keyBytes() + " bytes");
            assertThat(key).isNotEqualTo(SharedKey.random(algorithm, random));
        }
    }

    @Test
    void shortAndLongKeysAreRefused() {
        for (int length : new int[] {0, 15, 65}) {
            assertThatThrownBy(() -> new SharedKey(new byte[length]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the key has " + length + " bytes, not 16 to 64");
        }
    }
}
