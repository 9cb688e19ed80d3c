/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench;

import java.util.concurrent.Callable;
import org.turnstile.bench.load.Workload;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Set-up and release, over and over. */
@Command(
        name = "associate",
        description = "Associations per second: connect, associate, release, close.",
        mixinStandardHelpOptions = true)
final class AssociateCommand implements Callable<Integer> {

    @Mixin private LoadOptions options;

    @Override
    public Integer call() throws Exception {
        options.run(Workload.ASSOCIATE, "associate");
        return 0;
    }
}
