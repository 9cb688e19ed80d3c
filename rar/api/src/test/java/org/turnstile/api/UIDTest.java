/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UIDTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.2.840.10008.1.1",
                "0",
                "1.0.3",
                "2.25.329800735698586629295641978511506172918"
            })
    void takesWhatTheStandardAllows(String uid) {
        assertThat(UID.isValid(uid)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "1.",
                ".1",
                "1..2",
                "1.02",
                "1.a",
                "../etc",
                "1.2\0",
                "1.2 ",
                "１.２",
                "1.23456789012345678901234567890123456789012345678901234567890.123"
            })
    void refusesEverythingElse(String uid) {
        assertThat(UID.isValid(uid)).isFalse();
    }
}
