/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsTest {

    @ParameterizedTest
    @CsvSource({
        "DURATION,500ms,500",
        "DURATION,30s,30000",
        "DURATION,5m,300000",
        "DURATION,24h,86400000",
        "SIZE,100,100",
        "SIZE,256k,262144",
        "SIZE,16m,16777216",
        "INTEGER,11112,11112"
    })
    void numbersAreReadAndShownInTheLargestUnit(ValueType type, String text, long number) {
        assertThat(Units.read(type, text)).isEqualTo(number);
        String shown = Units.show(type, number);
        assertThat(Units.read(type, shown)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({
        "DURATION,0,0ms",
        "DURATION,90000,90s",
        "DURATION,86400000,24h",
        "SIZE,0,0",
        "SIZE,4096,4k",
        "SIZE,65529,65529"
    })
    void showsTheLargestUnitThatIsWhole(ValueType type, long number, String shown) {
        assertThat(Units.show(type, number)).isEqualTo(shown);
    }
}
