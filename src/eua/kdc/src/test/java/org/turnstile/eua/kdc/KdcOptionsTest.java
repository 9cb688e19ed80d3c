/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.kdc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class KdcOptionsTest {
    @Test
    void theDefaultsListenOnThisMachineOnly() {
        KdcOptions options = KdcOptions.defaults();

        assertThat(options.address().isLoopbackAddress()).isTrue();
        assertThat(options.port()).isZero();
        assertThat(options.realm()).isEqualTo("TURNSTILE.TEST");
        assertThat(options.store()).isEmpty();
    }

    @Test
    void whatIsOutOfItsRangeIsNamed() {
        refused("realm", b -> b.realm("lower.case"));
        refused("realm", b -> b.realm(""));
        refused("port", b -> b.port(-1));
        refused("port", b -> b.port(65_536));
        refused("ticketLifetime", b -> b.ticketLifetime(Duration.ZERO));
        refused("ticketLifetime", b -> b.ticketLifetime(Duration.ofDays(8)));
        refused("renewableLifetime", b -> b.renewableLifetime(Duration.ofDays(31)));
        refused("clockSkew", b -> b.clockSkew(Duration.ofSeconds(-1)));
        refused("maxFailures", b -> b.lockout(0, Duration.ofMinutes(1)));
        refused("lockout", b -> b.lockout(5, Duration.ofDays(2)));
        refused("maxConnections", b -> b.connections(0, Duration.ofSeconds(1)));
        refused("idleTimeout", b -> b.connections(1, Duration.ofHours(1)));
        refused("maxMessage", b -> b.maxMessage(65_537));
    }

    private static void refused(String name, UnaryOperator<KdcOptionsBuilder> change) {
        KdcOptionsBuilder builder = change.apply(KdcOptions.builder());
        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(name + " is not ");
    }
}
