/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class ServerProcessTest {

    private static final long OWN = ProcessHandle.current().pid();

    @Test
    void countsThreadsAndMemoryOfAProcessAndItsChildren() throws Exception {
        ServerProcess server = ServerProcess.of(OWN);
        Process shell = new ProcessBuilder("sh", "-c", "sleep 60 & echo there; wait").start();
        try {
            shell.inputReader().readLine();
            ServerProcess started = ServerProcess.of(shell.pid());

            assertThat(started.threads()).isEqualTo(2); // the shell and its child, one each
            assertThat(started.memoryKilobytes()).isPositive();
            assertThat(server.threads()).isGreaterThan(2 + 2);
            assertThat(server.memoryKilobytes()).isGreaterThan(started.memoryKilobytes());
        } finally {
            shell.descendants().forEach(ProcessHandle::destroy);
            shell.destroy();
            shell.waitFor();
        }
    }

    @Test
    void sumsWhatLiesOutsideTheHeap() throws IOException {
        ServerProcess server = ServerProcess.of(OWN);

        long outside = server.memoryOutside(JavaHeap.of(OWN));

        assertThat(outside).isBetween(1L, server.memoryKilobytes());
    }

    @Test
    void saysThatThereIsNoSuchProcess() {
        assertThatThrownBy(() -> ServerProcess.of(Integer.MAX_VALUE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("pid: " + Integer.MAX_VALUE);
    }

    @Test
    void leavesOutOnlyTheMappingsInTheRange() {
        List<String> smaps =
                List.of(
                        "00000800-00000fff rw-p 00000000 00:00 0 ",
                        "Pss:                   1 kB",
                        "00001000-00001fff rw-p 00000000 00:00 0 ",
                        "Rss:                   9 kB",
                        "Pss:                   2 kB",
                        "Pss_Dirty:             9 kB",
                        "00002000-00002fff rw-p 00000000 00:00 0    [heap]",
                        "Pss:                   4 kB",
                        "ffffffffff600000-ffffffffff601000 --xp 00000000 00:00 0  [vsyscall]",
                        "Pss:                   8 kB");

        assertThat(MemoryMap.kilobytesOutside(smaps, 0x1000, 0x2000)).isEqualTo(1 + 4 + 8);
    }
}
