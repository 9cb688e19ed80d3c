/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.turnstile.api.Status;
import org.turnstile.ejb.testing.Databases;
import org.turnstile.ejb.testing.FaultyDataSource;
import org.turnstile.ejb.testing.FaultyDataSource.Fault;
import org.turnstile.ejb.testing.TestDatabase;

/** Disks and databases that fail, or stop with the process, at each step of a store. */
class FaultsTest {

    /** More than a store of a new series takes. */
    private static final int STEPS = 40;

    @TempDir private Path home;
    private TestDatabase database;
    private FaultyDataSource source;

    private void open(Databases databases) {
        database = databases.open();
        source = new FaultyDataSource(database.dataSource());
    }

    @AfterEach
    void close() {
        database.close();
    }

    private TestArchive archive(Disk disk) {
        return new TestArchive(home.resolve("objects"), database, disk, source);
    }

    private TestArchive archive() {
        return archive(new Disk());
    }

    @ParameterizedTest
    @EnumSource
    void aDiskThatIsFullAtAnyStepIsOutOfResourcesAndLeavesNothing(Databases databases)
            throws IOException {
        open(databases);
        int failures = 0;
        for (int steps = 2; steps < STEPS; steps++) {
            FaultyDisk disk = FaultyDisk.failingAfter(steps);
            TestDataset object = TestDataset.of(steps, 1);

            Status status = archive(disk).store(object);

            if (disk.hasFailed()) {
                failures++;
                assertThat(status).isEqualTo(Status.OUT_OF_RESOURCES);
            } else {
                assertThat(status).isEqualTo(Status.SUCCESS);
            }
            assertThat(archive().files()).isEqualTo(archive().indexed());
            assertThat(archive().below("spool")).isEmpty();
            assertThat(archive().store(object)).isEqualTo(Status.SUCCESS);
        }
        assertThat(failures).isGreaterThan(8);
    }

    @ParameterizedTest
    @EnumSource
    void aProcessThatEndsAtAnyStepLosesNothingItPromised(Databases databases) throws IOException {
        open(databases);
        List<String> promised = new ArrayList<>();
        int crashes = 0;
        for (int steps = 2; steps < STEPS; steps++) {
            FaultyDisk disk = FaultyDisk.crashingAfter(steps);
            TestDataset object = TestDataset.of(steps, 1);
            if (isPromised(disk, object)) {
                promised.add(object.uid());
            } else {
                crashes++;
            }

            archive().recover();

            assertConsistent(promised);
        }
        assertThat(crashes).isGreaterThan(8);
    }

    private boolean isPromised(FaultyDisk disk, TestDataset object) throws IOException {
        try {
            return archive(disk).store(object).isSuccess();
        } catch (FaultyDisk.Crash e) {
            return false;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCommitThatFailsIsNoSuccessAndLosesNothing(Databases databases) throws IOException {
        open(databases);
        for (int commit = 1; commit <= 2; commit++) {
            TestDataset object = TestDataset.of(commit, 1);
            source.failFrom(commit, Fault.BEFORE_COMMIT);

            assertThat(archive().store(object)).isEqualTo(Status.OUT_OF_RESOURCES);

            source.mend();
            assertThat(archive().store(object)).isEqualTo(Status.SUCCESS);
            archive().recover();
            assertConsistent(List.of(object.uid()));
        }
        // after the second commit failed there was a file of which nobody knew
        assertThat(archive().below("quarantine")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void aCommitWhoseAnswerIsLostIsLookedInto(Databases databases) throws IOException {
        open(databases);
        source.failFrom(2, Fault.AFTER_COMMIT);

        assertThat(archive().store(TestDataset.of(1, 1))).isEqualTo(Status.SUCCESS);

        assertThat(archive().files()).hasSize(1).isEqualTo(archive().indexed());
    }

    @ParameterizedTest
    @EnumSource
    void aCommitOfWhichNothingIsKnownKeepsTheFileThatTheRowNames(Databases databases)
            throws IOException {
        open(databases);
        TestDataset object = TestDataset.of(1, 1);
        source.failFrom(2, Fault.DOWN_AFTER_COMMIT);

        assertThat(archive().store(object)).isEqualTo(Status.OUT_OF_RESOURCES);

        assertThat(archive().files()).hasSize(1).isEqualTo(archive().indexed());
        source.mend();
        assertThat(archive().store(object)).isEqualTo(Status.SUCCESS);
        assertThat(archive().files()).hasSize(1).isEqualTo(archive().indexed());
    }

    @ParameterizedTest
    @EnumSource
    void aDatabaseThatComesBackIsUsedAgain(Databases databases) throws IOException {
        open(databases);
        StoreOperation operation = archive().operation();
        TestDataset object = TestDataset.of(1, 1);
        source.goDown();

        assertThat(operation.store(Requests.store(object), "alice"))
                .isEqualTo(Status.OUT_OF_RESOURCES);
        assertThat(archive().below("")).isEmpty();

        source.mend();
        assertThat(operation.store(Requests.store(object), "alice")).isEqualTo(Status.SUCCESS);
    }

    @ParameterizedTest
    @EnumSource
    void aFolderThatCannotBeMadeIsAnErrorThatNamesIt(Databases databases) throws IOException {
        open(databases);
        Files.write(home.resolve("objects"), new byte[] {1});

        assertThat(catchThrowable(() -> archive().objectFiles()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("objects");
    }

    private void assertConsistent(List<String> promised) {
        TestArchive archive = archive();
        assertThat(archive.files())
                .filteredOn(f -> !f.startsWith("quarantine"))
                .isEqualTo(archive.indexed());
        assertThat(archive.below("spool")).isEmpty();
        assertThat(archive.rows("SELECT sop_instance_uid FROM instance")).containsAll(promised);
        assertThat(archive.childless()).isEmpty();
    }
}
