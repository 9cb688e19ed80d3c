/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizesTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 bytes",
        "999, 999 bytes",
        "1000, 1.0 kB",
        "9949, 9.9 kB",
        "9950, 10 kB",
        "999499, 999 kB",
        "999500, 1.0 MB",
        "526000000, 526 MB",
        "9223372036854775807, 9.2 EB"
    })
    void bytesAreSaidInPowersOfAThousand(long bytes, String words) {
        assertThat(Sizes.bytes(bytes)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"0, 0:00", "0.2, 0:01", "59.5, 1:00", "61, 1:01", "4530, 75:30"})
    void timeIsSaidInMinutesAndSeconds(double seconds, String words) {
        assertThat(Sizes.time(seconds)).isEqualTo(words);
    }
}
