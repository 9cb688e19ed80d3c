/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench.load;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.turnstile.api.Status;
import org.turnstile.dicom.dimse.client.ClientAssociation;
import org.turnstile.dicom.dimse.client.ConnectOptions;
import org.turnstile.dicom.dimse.client.ConnectOptionsBuilder;
import org.turnstile.dicom.dimse.client.DimseClient;

/**
 * Load by the client that applications use, a thread for each association: what such a client sees,
 * its own cost included.
 */
public final class ClientLoad implements Load {

    /** Makes a generator. */
    public ClientLoad() {}

    @Override
    public Tally run(Target target, Workload workload, Schedule schedule) throws IOException {
        EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        ForkJoinPool workers = new ForkJoinPool(schedule.concurrency());
        try {
            Tally tally = Tally.of(schedule);
            DimseClient client = new DimseClient(group);
            List<CompletableFuture<Void>> running = new ArrayList<>();
            for (int i = 0; i < schedule.concurrency(); i++) {
                CompletableFuture<Void> one = new CompletableFuture<>();
                running.add(one);
                workers.execute(() -> work(one, client, target, workload, schedule, tally));
            }
            for (CompletableFuture<Void> one : running) {
                await(one);
            }
            return tally;
        } finally {
            workers.shutdownNow();
            group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
        }
    }

    private static void work(
            CompletableFuture<Void> done,
            DimseClient client,
            Target target,
            Workload workload,
            Schedule schedule,
            Tally tally) {
        try {
            if (workload == Workload.ASSOCIATE) {
                associate(client, target, schedule, tally);
            } else {
                echo(client, target, schedule, tally);
            }
            done.complete(null);
        } catch (IOException | RuntimeException e) {
            done.completeExceptionally(e);
        }
    }

    private static void associate(DimseClient client, Target target, Schedule schedule, Tally tally)
            throws IOException {
        long began = System.nanoTime();
        while (!tally.over(began)) {
            try (ClientAssociation association = client.connect(options(target, schedule))) {
                association.release();
            }
            long ended = System.nanoTime();
            tally.took(began, ended);
            began = ended;
        }
    }

    private static void echo(DimseClient client, Target target, Schedule schedule, Tally tally)
            throws IOException {
        try (ClientAssociation association = client.connect(options(target, schedule))) {
            long began = System.nanoTime();
            while (!tally.over(began)) {
                Status status = association.echo();
                if (status.code() != 0) {
                    throw new LoadException("status of C-ECHO: " + status);
                }
                long ended = System.nanoTime();
                tally.took(began, ended);
                began = ended;
            }
            association.release();
        }
    }

    private static ConnectOptions options(Target target, Schedule schedule) throws LoadException {
        ConnectOptionsBuilder options =
                ConnectOptions.to(target.host(), target.port())
                        .called(target.calledAeTitle())
                        .calling(target.callingAeTitle())
                        .connectTimeout(schedule.patience())
                        .acseTimeout(schedule.patience())
                        .dimseTimeout(schedule.patience());
        if (target.user().isPresent()) {
            options.identity(target.user().get().identity());
        }
        return options.build();
    }

    private static void await(CompletableFuture<Void> work) throws IOException {
        try {
            work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LoadException("interrupted", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            String said = cause.getMessage() == null ? cause.toString() : cause.getMessage();
            throw new LoadException(said, cause);
        }
    }
}
