/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench.micro;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.turnstile.dicom.dimse.command.CommandSet;
import org.turnstile.dicom.dimse.command.CommandSetReader;
import org.turnstile.dicom.dimse.command.DimseFault;

class CommandSetBenchmarkTest {

    @Test
    void readsTheRequestAndWritesTheResponseEachTime() throws DimseFault {
        CommandSetBenchmark benchmark = new CommandSetBenchmark();
        benchmark.prepare();

        for (int i = 0; i < 3; i++) {
            assertThat(benchmark.read().commandField()).isEqualTo(CommandSet.C_ECHO_RQ);
            CommandSet written = CommandSetReader.read(benchmark.write().duplicate());
            assertThat(written.commandField()).isEqualTo(0x8030);
            assertThat(written.status()).hasValue(0);
        }
    }
}
