/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.turnstile.bench.disk.DiskLoad;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "disk",
        description = "Writes files as an archive must that keeps its promise, and does no more.",
        mixinStandardHelpOptions = true)
final class DiskCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FOLDER", description = "empty, or not there yet")
    private Path folder;

    @Option(
            names = "--size",
            defaultValue = "526000",
            paramLabel = "BYTES",
            description = "of each file (default: ${DEFAULT-VALUE})")
    private int size;

    @Option(
            names = "--objects",
            defaultValue = "400",
            description = "files of each writer (default: ${DEFAULT-VALUE})")
    private int objects;

    @Option(
            names = "--concurrency",
            defaultValue = "4",
            description = "writers at once (default: ${DEFAULT-VALUE})")
    private int concurrency;

    @Override
    public Integer call() throws Exception {
        if (concurrency < 1) {
            throw new ParameterException(spec.commandLine(), "--concurrency: " + concurrency);
        }
        DiskLoad load = Checks.inRange(spec, () -> new DiskLoad(folder, size, objects));
        double perSecond = load.run(concurrency);
        Figures figures = new Figures(spec.commandLine().getOut());
        figures.print("disk.count", (long) objects * concurrency);
        figures.print("disk.per-second", perSecond);
        figures.print("disk.megabytes-per-second", perSecond * size / 1e6);
        return 0;
    }
}
