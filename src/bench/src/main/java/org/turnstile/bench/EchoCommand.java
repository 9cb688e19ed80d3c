/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench;

import java.util.concurrent.Callable;
import org.turnstile.bench.load.Workload;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** C-ECHO on open associations, over and over. */
@Command(
        name = "echo",
        description = "Echo round trips per second on associations that stay open.",
        mixinStandardHelpOptions = true)
final class EchoCommand implements Callable<Integer> {

    @Mixin private LoadOptions options;

    @Override
    public Integer call() throws Exception {
        options.run(Workload.ECHO, "echo");
        return 0;
    }
}
