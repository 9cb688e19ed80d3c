/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.turnstile.api.Status;
import org.turnstile.api.data.Tag;
import org.turnstile.ejb.testing.Databases;
import org.turnstile.ejb.testing.FaultyDataSource;
import org.turnstile.ejb.testing.TestDatabase;

/** Many clients at once; each must be told the truth. */
class ConcurrentStoresTest {

    private static final int CLIENTS = 8;
    private static final int OBJECTS = 40;

    @TempDir private Path home;
    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    private TestDatabase database;
    private TestArchive archive;
    private StoreOperation operation;

    private void open(Databases databases) {
        database = databases.open();
        archive = new TestArchive(home.resolve("objects"), database);
        operation = archive.operation();
    }

    @AfterEach
    void close() throws InterruptedException {
        clients.shutdown();
        assertThat(clients.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        database.close();
    }

    private Status store(TestDataset object) throws Exception {
        return operation.store(Requests.store(object), "alice");
    }

    private List<Status> all(List<Callable<Status>> stores) throws Exception {
        List<Status> answers = new ArrayList<>();
        for (Future<Status> each : clients.invokeAll(stores)) {
            answers.add(each.get());
        }
        return answers;
    }

    @ParameterizedTest
    @EnumSource
    void theSameObjectFromAllAtOnceIsKeptOnceAndAllAreToldSo(Databases databases) throws Exception {
        open(databases);
        for (int round = 1; round <= 5; round++) {
            TestDataset object = TestDataset.of(round, 1);
            List<Callable<Status>> stores = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                stores.add(() -> store(object));
            }

            assertThat(all(stores)).containsOnly(Status.SUCCESS);
            assertThat(archive.files()).hasSize(round).isEqualTo(archive.indexed());
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofDifferentContentsUnderOneUidOneWinsAndTheOthersAreTold(Databases databases)
            throws Exception {
        open(databases);
        for (int round = 1; round <= 5; round++) {
            TestDataset object = TestDataset.of(round, 1);
            List<Callable<Status>> stores = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                String comment = "version " + i;
                stores.add(() -> store(object.with(o -> o.setString(Tag.ImageComments, comment))));
            }

            assertThat(all(stores))
                    .containsOnly(Status.SUCCESS, StoreOperation.OTHER_CONTENT)
                    .containsOnlyOnce(Status.SUCCESS);
            assertThat(archive.files()).hasSize(round).isEqualTo(archive.indexed());
        }
    }

    @ParameterizedTest
    @EnumSource
    void commitsOfWhichTheAnswersAreLostAreLookedIntoForEachObject(Databases databases)
            throws Exception {
        open(databases);
        FaultyDataSource source = new FaultyDataSource(database.dataSource());
        archive = new TestArchive(home.resolve("objects"), database, new Disk(), source);
        operation = archive.operation();
        assertThat(store(TestDataset.of(1, 1))).isEqualTo(Status.SUCCESS);
        List<Callable<Status>> stores = new ArrayList<>();
        for (int i = 2; i <= OBJECTS; i++) {
            TestDataset object = TestDataset.of(1, i);
            stores.add(() -> store(object));
        }
        source.failFrom(1, FaultyDataSource.Fault.AFTER_COMMIT);

        assertThat(all(stores)).containsOnly(Status.SUCCESS);

        assertThat(archive.files()).hasSize(OBJECTS).isEqualTo(archive.indexed());
    }

    @ParameterizedTest
    @EnumSource
    void studiesThatGrowFromAllSidesKeepWhatIsCommonToAll(Databases databases) throws Exception {
        open(databases);
        Random random = new Random(20260102);
        Map<String, String> expected = new HashMap<>();
        List<Callable<Status>> stores = new ArrayList<>();
        for (int i = 1; i <= OBJECTS; i++) {
            int study = 1 + random.nextInt(4);
            String series = "1." + study + "." + (1 + random.nextInt(3));
            // the first two studies are of NORTH alone
            String institution = study > 2 && random.nextBoolean() ? "SOUTH" : "NORTH";
            expected.merge("1." + study, institution, (a, b) -> a.equals(b) ? a : "null");
            TestDataset object =
                    TestDataset.of(study, i)
                            .with(
                                    o -> {
                                        o.setString(Tag.SeriesInstanceUID, series);
                                        o.setString(Tag.InstitutionName, institution);
                                    });
            stores.add(() -> store(object));
        }

        assertThat(all(stores)).hasSize(OBJECTS).containsOnly(Status.SUCCESS);

        List<String> rows = archive.rows("SELECT study_uid, institution FROM study");
        assertThat(rows)
                .containsExactlyInAnyOrderElementsOf(
                        expected.entrySet().stream()
                                .map(e -> e.getKey() + "|" + e.getValue())
                                .toList());
        assertThat(archive.rows("SELECT id FROM patient")).hasSize(1);
        assertThat(archive.files()).hasSize(OBJECTS).isEqualTo(archive.indexed());
    }
}
