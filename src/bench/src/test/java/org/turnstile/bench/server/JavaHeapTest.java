/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class JavaHeapTest {

    @Test
    void readsTheAnswerOfG1() throws IOException {
        JavaHeap heap =
                JavaHeap.parse(
                        """
                        4242:
                         garbage-first heap   total 65536K, used 20332K [0xe0000000, 0x100000000)
                          region size 1024K, 2 young (2048K), 0 survivors (0K)
                         Metaspace       used 90000K, committed 91000K, reserved 1179648K
                          class space    used 10000K, committed 10300K, reserved 1048576K
                        """);

        assertThat(heap).isEqualTo(new JavaHeap(20332, 0xe0000000L, 0x100000000L));
    }

    @Test
    void addsUpTheGenerationsOfTheSerialCollector() throws IOException {
        JavaHeap heap =
                JavaHeap.parse(
                        """
                        4242:
                         def new generation   total 19648K, used 500K [0xe0000000, 0xe1550000, 0xeaaa0000)
                          eden space 17472K,   3% used [0xe0000000, 0xe0083b10, 0xe1110000)
                         tenured generation   total 43712K, used 3000K [0xeaaa0000, 0xed550000, 0x100000000)
                           the space 43712K,   7% used [0xeaaa0000, 0xead8e0a0, 0xead8e200, 0xed550000)
                         Metaspace       used 600K, committed 700K, reserved 1114112K
                        """);

        assertThat(heap).isEqualTo(new JavaHeap(3500, 0xe0000000L, 0x100000000L));
    }

    @Test
    void refusesAnAnswerWithoutAHeap() {
        assertThatThrownBy(() -> JavaHeap.parse("4242:\n Metaspace used 600K\n"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("said nothing of the heap");
    }

    @Test
    void seesWhatThisJvmKeeps() throws IOException {
        long own = ProcessHandle.current().pid();
        JavaHeap before = JavaHeap.of(own);
        byte[][] kept = new byte[100][80 << 10];

        JavaHeap after = JavaHeap.of(own);

        assertThat(after.liveKilobytes() - before.liveKilobytes()).isBetween(7_000L, 10_000L);
        assertThat(kept).hasNumberOfRows(100);
    }

    @Test
    void saysThatAProcessIsNoJvm() {
        assertThatThrownBy(() -> JavaHeap.of(Integer.MAX_VALUE))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("jcmd " + Integer.MAX_VALUE + " GC.run");
    }
}
