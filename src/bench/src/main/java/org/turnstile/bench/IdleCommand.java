/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.turnstile.bench.load.OpenAssociation;
import org.turnstile.bench.load.Target;
import org.turnstile.bench.server.JavaHeap;
import org.turnstile.bench.server.ServerProcess;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What many idle associations cost, and whether they slow a new one down. */
@Command(
        name = "idle",
        description = {
            "What idle associations take of a server, and what an echo on a new one takes",
            "before and after. They have to outlive the server's idle time-out."
        },
        mixinStandardHelpOptions = true)
final class IdleCommand implements Callable<Integer> {

    private static final int MOST = 100_000;

    @Spec private CommandSpec spec;

    @Mixin private TargetOptions peer;

    @Option(
            names = "--associations",
            defaultValue = "2000",
            description = "how many (default: ${DEFAULT-VALUE})")
    private int wanted;

    @Option(
            names = "--probes",
            defaultValue = "50",
            description =
                    "new associations, one after the other, to take the median echo of; each time"
                            + " as many come first that do not count (default: ${DEFAULT-VALUE})")
    private int probes;

    @Option(
            names = "--pid",
            description = "the server, if on this machine: its memory and threads are measured")
    private Optional<Long> pid;

    @Option(
            names = "--heap",
            description = "the server is a JVM: of its heap only what lives counts")
    private boolean heap;

    @Override
    public Integer call() throws IOException {
        check();
        Target target = peer.target();
        Figures figures = new Figures(spec.commandLine().getOut());
        List<OpenAssociation> open = new ArrayList<>();
        try {
            double echoBefore = echoOnNew(target);
            Footprint before = footprint();
            while (open.size() < wanted) {
                open.add(OpenAssociation.open(target, peer.patience()));
            }
            Footprint after = footprint();
            double echoAfter = echoOnNew(target);
            figures.print("idle.associations", open.size());
            report(figures, before, after);
            figures.print("idle.echo-before-ms", echoBefore);
            figures.print("idle.echo-after-ms", echoAfter);
            figures.print("idle.echo-ratio", echoAfter / echoBefore);
            // the last look that all of them are still there
            for (OpenAssociation association : open) {
                association.release();
            }
            return 0;
        } finally {
            for (OpenAssociation association : open) {
                association.close();
            }
        }
    }

    private void check() {
        require(wanted >= 1 && wanted <= MOST, "--associations: " + wanted);
        require(probes >= 1 && probes <= MOST, "--probes: " + probes);
        require(!heap || pid.isPresent(), "--heap: needs --pid");
    }

    private void require(boolean good, String fault) {
        if (!good) {
            throw new ParameterException(spec.commandLine(), fault);
        }
    }

    private double echoOnNew(Target target) throws IOException {
        double[] millis = new double[2 * probes];
        for (int i = 0; i < millis.length; i++) {
            try (OpenAssociation association = OpenAssociation.open(target, peer.patience())) {
                millis[i] = association.echo();
                association.release();
            }
        }
        double[] warm = Arrays.copyOfRange(millis, probes, millis.length);
        Arrays.sort(warm);
        return warm[probes / 2];
    }

    private record Footprint(long threads, long memory, long heap) {}

    private Footprint footprint() throws IOException {
        if (pid.isEmpty()) {
            return new Footprint(0, 0, 0);
        }
        ServerProcess server = ServerProcess.of(pid.get());
        if (!heap) {
            return new Footprint(server.threads(), server.memoryKilobytes(), 0);
        }
        JavaHeap live = JavaHeap.of(pid.get());
        long memory = live.liveKilobytes() + server.memoryOutside(live);
        return new Footprint(server.threads(), memory, live.liveKilobytes());
    }

    private void report(Figures figures, Footprint before, Footprint after) {
        if (pid.isEmpty()) {
            return;
        }
        figures.print("idle.threads-before", before.threads());
        figures.print("idle.threads-after", after.threads());
        figures.print("idle.memory-kb-each", each(before.memory(), after.memory()));
        if (heap) {
            figures.print("idle.heap-kb-each", each(before.heap(), after.heap()));
        }
    }

    private double each(long before, long after) {
        return (double) (after - before) / wanted;
    }
}
