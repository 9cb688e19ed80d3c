/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench;

import java.util.concurrent.Callable;
import org.turnstile.bench.archive.StoreLoad;
import org.turnstile.bench.archive.StorePlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Stores objects. */
@Command(
        name = "store",
        description = {
            "Objects stored per second, all of them new: CT images of one size, made in memory.",
            "With --objects-per-series 1 and --series-per-study 1 it fills an archive with studies."
        },
        mixinStandardHelpOptions = true)
final class StoreCommand implements Callable<Integer> {

    private static final double MEGA = 1e6;

    @Spec private CommandSpec spec;

    @Mixin private TargetOptions peer;

    @Option(
            names = "--size",
            defaultValue = "526000",
            paramLabel = "BYTES",
            description = "of each object, about (default: ${DEFAULT-VALUE})")
    private int size;

    @Option(
            names = "--objects",
            defaultValue = "400",
            description = "how many (default: ${DEFAULT-VALUE})")
    private int objects;

    @Option(
            names = "--warmup",
            defaultValue = "0",
            paramLabel = "OBJECTS",
            description = "of each association before, that do not count (default: 0)")
    private int warmup;

    @Option(
            names = "--concurrency",
            defaultValue = "4",
            description = "associations at once (default: ${DEFAULT-VALUE})")
    private int concurrency;

    @Option(
            names = "--objects-per-series",
            defaultValue = "50",
            description = "objects of each series (default: ${DEFAULT-VALUE})")
    private int objectsOfSeries;

    @Option(
            names = "--series-per-study",
            defaultValue = "2",
            description = "series of each study (default: ${DEFAULT-VALUE})")
    private int seriesOfStudy;

    @Override
    public Integer call() throws Exception {
        StorePlan plan =
                Checks.inRange(
                        spec,
                        () ->
                                new StorePlan(
                                        size,
                                        objects,
                                        warmup,
                                        concurrency,
                                        objectsOfSeries,
                                        seriesOfStudy,
                                        run()));
        StoreLoad.Stored stored = new StoreLoad(plan).run(peer.target(), peer.patience());
        Figures figures = new Figures(spec.commandLine().getOut());
        double perSecond = objects / stored.seconds();
        figures.print("store.count", stored.tally().count());
        figures.print("store.bytes", stored.bytes());
        figures.print("store.per-second", perSecond);
        figures.print("store.megabytes-per-second", perSecond * stored.bytes() / MEGA);
        figures.print("store.median-ms", stored.tally().millis(0.5));
        figures.print("store.p99-ms", stored.tally().millis(0.99));
        return 0;
    }

    /** No two runs begin within the same tenth of a second. */
    private static long run() {
        return System.currentTimeMillis() / 100 % 10_000_000_000L;
    }
}
