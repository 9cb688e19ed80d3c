/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.wildfly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.turnstile.it.scenarios.Answer;
import org.turnstile.it.scenarios.CtObject;
import org.turnstile.it.scenarios.Home;
import org.turnstile.it.scenarios.Keys;
import org.turnstile.it.scenarios.Workstation;

/**
 * The server is killed while four associations store, at moments that a seed chooses, and started
 * anew: what clients were told to be stored is there, and everything else is there or not, but
 * nothing by half.
 */
class KillIT {

    private static final int ROUNDS = Integer.getInteger("turnstile.it.kill.rounds", 5);
    private static final long SEED = Long.getLong("turnstile.it.kill.seed", 20_261_122L);
    private static final int CLIENTS = 4;
    private static final int MOST_TOLD = 60;
    private static final int MOST_MILLIS = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Random random = new Random(SEED);
    private final Map<String, CtObject> sent = new HashMap<>();
    private final Set<String> acknowledged = new HashSet<>();
    private final List<String> report = new ArrayList<>();
    private ArchiveServer server;

    @Test
    void whatWasAcknowledgedSurvivesOnH2() throws Exception {
        try (ArchiveServer h2 = ArchiveServer.create("kill-h2", Optional.empty(), "")) {
            survives(h2, "H2");
        }
    }

    @Test
    void whatWasAcknowledgedSurvivesOnPostgres() throws Exception {
        Postgres.require();
        try (Postgres postgres = Postgres.create().orElseThrow();
                ArchiveServer onPostgres =
                        ArchiveServer.create("kill-postgres", Optional.of(postgres), "")) {
            survives(onPostgres, "PostgreSQL");
        }
    }

    private void survives(ArchiveServer tested, String database) throws Exception {
        server = tested;
        server.start();
        for (int round = 1; round <= ROUNDS; round++) {
            Set<String> unanswered = storeUntilKilled();
            server.start();
            assertNothingLostAndNothingHalf(
                    "%s, seed %d, round %d".formatted(database, SEED, round));
            report.add(
                    "%s round %d: %d acknowledged, %d unanswered, of them %d kept"
                            .formatted(
                                    database,
                                    round,
                                    acknowledged.size(),
                                    unanswered.size(),
                                    unanswered.stream().filter(found(sent)::contains).count()));
            Files.write(Path.of("target", "kill-" + database + ".txt"), report);
            storeAgain(unanswered);
        }
        assertThat(found(sent)).isEqualTo(sent.keySet());
    }

    /** Answers which objects were on their way when it ended. */
    private Set<String> storeUntilKilled() throws Exception {
        AtomicInteger told = new AtomicInteger();
        List<StoringClient> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(new StoringClient(server.home().port(), random.nextLong(), told));
        }
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<Void>> ends = new ArrayList<>();
            clients.forEach(client -> ends.add(threads.submit(client)));
            int wanted = random.nextInt(MOST_TOLD);
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> told.get() >= wanted);
            // in the middle of something: nobody counts this down
            new CountDownLatch(1).await(random.nextInt(MOST_MILLIS), TimeUnit.MILLISECONDS);
            server.kill();
            for (Future<Void> end : ends) {
                assertThat(end).failsWithin(PATIENCE);
            }
        } finally {
            threads.shutdownNow();
        }
        return remember(clients);
    }

    private Set<String> remember(List<StoringClient> clients) {
        Set<String> unanswered = new HashSet<>();
        for (StoringClient client : clients) {
            assertThat(client.answers()).allSatisfy((uid, status) -> assertThat(status).isZero());
            acknowledged.addAll(client.answers().keySet());
            sent.putAll(client.sent());
            unanswered.addAll(client.sent().keySet());
            unanswered.removeAll(client.answers().keySet());
        }
        return unanswered;
    }

    private void assertNothingLostAndNothingHalf(String when) throws IOException {
        Home home = server.home();
        Set<String> found = found(sent);
        assertThat(found).as(when).containsAll(acknowledged);
        assertThat(home.spool()).as(when).isEmpty();
        assertThat(home.quarantine()).as(when).isEmpty();
        Map<String, Path> files = new HashMap<>();
        for (Path file : home.objects()) {
            byte[] dataSet = StoredObject.dataSet(file);
            String uid = instanceOf(dataSet);
            assertThat(files.put(uid, file)).as("%s: %s is there twice", when, uid).isNull();
            assertThat(dataSet).as("%s: %s", when, file).isEqualTo(sent.get(uid).dataSet());
        }
        assertThat(files.keySet()).as(when).isEqualTo(found);
    }

    /** The instance that begins like this data set; those sent begin with their UIDs. */
    private String instanceOf(byte[] dataSet) {
        String text = new String(dataSet, StandardCharsets.ISO_8859_1);
        int start = text.indexOf("2.25.");
        int end = start;
        while (end < text.length() && ".0123456789".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        String uid = text.substring(start, end);
        assertThat(sent).containsKey(uid);
        return uid;
    }

    /** Which of these can be found. */
    private Set<String> found(Map<String, CtObject> objects) throws IOException {
        Map<String, String> series = new HashMap<>();
        objects.values().forEach(object -> series.put(object.series(), object.study()));
        Set<String> found = new HashSet<>();
        try (Workstation chief = Workstation.of(server.home().port(), Home.CHIEF)) {
            for (Map.Entry<String, String> each : series.entrySet()) {
                Keys keys =
                        Keys.instances()
                                .key(Keys.STUDY_UID, each.getValue())
                                .key(Keys.SERIES_UID, each.getKey());
                Answer answer = chief.find(keys);
                assertThat(answer.status()).isZero();
                found.addAll(answer.values(Keys.SOP_INSTANCE_UID));
            }
        }
        return found;
    }

    /** What a client does that got no answer: whether the server has it or not, this succeeds. */
    private void storeAgain(Set<String> unanswered) throws IOException {
        try (Workstation modality = Workstation.of(server.home().port(), Home.MODALITY)) {
            for (String uid : unanswered) {
                assertThat(modality.store(sent.get(uid))).isZero();
                acknowledged.add(uid);
            }
        }
    }
}
