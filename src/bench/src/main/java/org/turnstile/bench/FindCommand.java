/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.turnstile.bench.archive.FindLoad;
import org.turnstile.bench.archive.FindPlan;
import org.turnstile.bench.load.Schedule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Asks for studies. */
@Command(
        name = "find",
        description = "Queries and responses per second, for studies that store has brought.",
        mixinStandardHelpOptions = true)
final class FindCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Mixin private TargetOptions peer;

    @Option(
            names = "--patients",
            defaultValue = "0",
            description =
                    "ask for the studies of one of so many patients by Patient ID, another each"
                            + " time; 0: for all studies (default: ${DEFAULT-VALUE})")
    private int patients;

    @Option(names = "--matches", required = true, description = "how many each query has to find")
    private int matches;

    @Option(
            names = "--cancel",
            description = "cancel each query when it has found so many; there have to be more")
    private boolean cancels;

    @Option(
            names = "--counted",
            description = "ask also for modalities in study and the numbers of series and objects")
    private boolean counted;

    @Option(
            names = "--concurrency",
            defaultValue = "1",
            description = "associations at once (default: ${DEFAULT-VALUE})")
    private int concurrency;

    @Option(
            names = "--seconds",
            defaultValue = "10",
            description = "time that counts (default: ${DEFAULT-VALUE})")
    private long seconds;

    @Option(
            names = "--warmup",
            defaultValue = "2",
            paramLabel = "SECONDS",
            description = "time before, which does not count (default: ${DEFAULT-VALUE})")
    private long warmup;

    @Override
    public Integer call() throws Exception {
        FindPlan plan =
                Checks.inRange(spec, () -> new FindPlan(patients, counted, matches, cancels));
        Schedule schedule =
                Checks.inRange(
                        spec,
                        () ->
                                new Schedule(
                                        concurrency,
                                        Duration.ofSeconds(warmup),
                                        Duration.ofSeconds(seconds),
                                        peer.patience()));
        FindLoad.Found found = new FindLoad(plan).run(peer.target(), schedule);
        Figures figures = new Figures(spec.commandLine().getOut());
        figures.print("find.count", found.queries().count());
        figures.print("find.per-second", found.queries().perSecond());
        figures.print("find.responses-per-second", found.responses().perSecond());
        figures.print("find.first-ms", found.first().millis(0.5));
        figures.print("find.median-ms", found.queries().millis(0.5));
        figures.print("find.p99-ms", found.queries().millis(0.99));
        return 0;
    }
}
