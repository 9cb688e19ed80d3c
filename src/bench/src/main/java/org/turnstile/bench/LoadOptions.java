/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench;

import java.io.IOException;
import java.time.Duration;
import org.turnstile.bench.load.ClientLoad;
import org.turnstile.bench.load.Load;
import org.turnstile.bench.load.RawLoad;
import org.turnstile.bench.load.Schedule;
import org.turnstile.bench.load.Tally;
import org.turnstile.bench.load.Target;
import org.turnstile.bench.load.Workload;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that {@code associate} and {@code echo} share, and the run itself. */
final class LoadOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Mixin private TargetOptions peer;

    @Option(
            names = "--concurrency",
            defaultValue = "16",
            description = "associations at once (default: ${DEFAULT-VALUE})")
    private int concurrency;

    @Option(
            names = "--seconds",
            defaultValue = "10",
            description = "time that counts (default: ${DEFAULT-VALUE})")
    private long seconds;

    @Option(
            names = "--warmup",
            defaultValue = "5",
            paramLabel = "SECONDS",
            description = "time before, which does not count (default: ${DEFAULT-VALUE})")
    private long warmup;

    @Option(
            names = "--client",
            description = "use Turnstile's own client, a thread for each association")
    private boolean client;

    Target target() {
        return peer.target();
    }

    Duration patience() {
        return peer.patience();
    }

    int concurrency() {
        return concurrency;
    }

    void run(Workload workload, String name) throws IOException {
        run(target(), workload, name);
    }

    void run(Target target, Workload workload, String name) throws IOException {
        Schedule schedule =
                Checks.inRange(
                        spec,
                        () ->
                                new Schedule(
                                        concurrency,
                                        Duration.ofSeconds(warmup),
                                        Duration.ofSeconds(seconds),
                                        peer.patience()));
        Load load = client ? new ClientLoad() : new RawLoad();
        Tally tally = load.run(target, workload, schedule);
        Figures figures = new Figures(spec.commandLine().getOut());
        figures.print(name + ".count", tally.count());
        figures.print(name + ".per-second", tally.perSecond());
        figures.print(name + ".median-ms", tally.millis(0.5));
        figures.print(name + ".p99-ms", tally.millis(0.99));
    }
}
