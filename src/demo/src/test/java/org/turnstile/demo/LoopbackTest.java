/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class LoopbackTest {

    @Test
    void aTakenPortIsOneClearMessage() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Loopback.requireFree(taken.getLocalPort(), "the.setting"))
                    .isInstanceOf(DemoException.class)
                    .hasMessageContaining("Port " + taken.getLocalPort())
                    .hasMessageContaining("taken")
                    .hasMessageContaining("set the.setting.");
        }
    }

    @Test
    void onlyAddressesOfThisMachineAreLoopback() {
        assertThat(Loopback.is("127.0.0.1")).isTrue();
        assertThat(Loopback.is(" ::1 ")).isTrue();
        assertThat(Loopback.is("0.0.0.0")).isFalse();
        assertThat(Loopback.is("10.0.0.1")).isFalse();
        assertThat(Loopback.is("no.such.host.invalid")).isFalse();
    }

    @Test
    void withoutItsPropertiesTheDemoSaysHowToStartIt() {
        assertThatThrownBy(DemoOptions::fromSystemProperties)
                .isInstanceOf(DemoException.class)
                .hasMessageContaining("mvn -Prun");
    }
}
