/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RangesTest {

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 65536})
    void refusesAPortThatIsNone(int port) {
        assertThatThrownBy(() -> new Target("localhost", port, "A", "B", Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("port: " + port);
    }

    @ParameterizedTest
    @CsvSource({"'',B,called", "A,'',calling", "SEVENTEEN-LETTERS,B,called"})
    void refusesAnAeTitleThatIsNone(String called, String calling, String field) {
        assertThatThrownBy(() -> new Target("localhost", 104, called, calling, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(field);
    }

    @ParameterizedTest
    @CsvSource({
        "0,0,1,1,concurrency",
        "10001,0,1,1,concurrency",
        "1,-1,1,1,warmup",
        "1,0,0,1,time",
        "1,0,-1,1,time",
        "1,0,1,0,patience"
    })
    void refusesAScheduleThatIsNone(
            int concurrency, long warmup, long time, long patience, String field) {
        assertThatThrownBy(
                        () ->
                                new Schedule(
                                        concurrency,
                                        Duration.ofSeconds(warmup),
                                        Duration.ofSeconds(time),
                                        Duration.ofSeconds(patience)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(field);
    }

    @Test
    void showsTheNameOfAUserAndNotThePasscode() {
        assertThat(new Credentials("alice", "secret")).hasToString("Credentials[name=alice]");
    }
}
