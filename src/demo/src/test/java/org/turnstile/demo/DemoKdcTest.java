/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The key distribution centre as a child process of this one. */
class DemoKdcTest {

    private static final String CLASS_PATH = System.getProperty("java.class.path");

    @TempDir private Path home;

    private static int freePort() throws Exception {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    @Test
    void itWritesTheKeytabAndTheConfigurationAndEndsWithItsInput() throws Exception {
        int port = freePort();
        DemoKdc demo = new DemoKdc(home, port, CLASS_PATH);
        Files.writeString(demo.krb5Conf(), "# of an earlier run");
        Process kdc = demo.start();
        try {
            assertThat(demo.krb5Conf()).content().contains("kdc = 127.0.0.1:" + port);
            assertThat(home.resolve("keytab")).isNotEmptyFile();
            assertThatThrownBy(() -> Loopback.requireFree(port, "x"))
                    .isInstanceOf(DemoException.class);

            kdc.getOutputStream().close();

            assertThat(kdc.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(kdc.exitValue()).isZero();
        } finally {
            kdc.destroyForcibly();
        }
    }

    @Test
    void oneThatDoesNotStartIsNotWaitedForAndNamesItsLog() {
        DemoKdc demo = new DemoKdc(home, 1, home.toString());

        assertThatThrownBy(demo::start)
                .isInstanceOf(DemoException.class)
                .hasMessageContaining("kdc.log");
    }
}
