/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.otp.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChallengeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "otp-sha1 487 dog2",
                "otp-sha1 487 dog2 ",
                "otp-sha1 487 dog2 ext",
                "otp-sha1 487 dog2 ext hex,word",
                "OTP-SHA1\t487 DoG2 ext"
            })
    void aChallengeIsReadWithAndWithoutExtensions(String text) throws Exception {
        assertThat(Challenge.parse(text)).isEqualTo(new Challenge(OtpAlgorithm.SHA1, 487, "dog2"));
    }

    @Test
    void aChallengeIsWrittenAsTheRfcWritesIt() {
        assertThat(new Challenge(OtpAlgorithm.MD5, 0, "DOG2")).hasToString("otp-md5 0 dog2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sha1 487 dog2",
                "otp-sha256 487 dog2",
                "otp-sha1 dog2",
                "otp-sha1 -1 dog2",
                "otp-sha1 10000 dog2",
                "otp-sha1 487",
                "otp-sha1 487 dog-2",
                "otp-sha1 487 dog2 more"
            })
    void whatIsNoChallengeIsRefused(String text) {
        assertThatThrownBy(() -> Challenge.parse(text)).isInstanceOf(OtpFormatException.class);
    }

    @Test
    void aNumberThatFourDigitsDoNotHoldIsRefused() {
        for (int sequence : new int[] {-1, 10_000}) {
            assertThatThrownBy(() -> new Challenge(OtpAlgorithm.MD5, sequence, "dog2"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("" + sequence);
        }
    }
}
