/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.turnstile.api.AssociationLostException;
import org.turnstile.api.Status;
import org.turnstile.api.StoreRequest;
import org.turnstile.ejb.index.Index;
import org.turnstile.ejb.index.Inventory;
import org.turnstile.ejb.index.Transactions;
import org.turnstile.ejb.settings.UnverifiedUsers;
import org.turnstile.ejb.testing.LocalTransactions;
import org.turnstile.ejb.testing.TestDatabase;

/** The archive of one test, without a server: a folder, a database, and what stands on them. */
final class TestArchive {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final Path folder;
    private final TestDatabase database;
    private final Disk disk;
    private final Transactions transactions;
    private final DataSource source;

    TestArchive(Path folder, TestDatabase database) {
        this(folder, database, new Disk(), database.dataSource());
    }

    TestArchive(Path folder, TestDatabase database, Disk disk, DataSource source) {
        this.folder = folder;
        this.database = database;
        this.disk = disk;
        this.transactions = new LocalTransactions(database.entityManagers(source));
        this.source = source;
    }

    ObjectFiles objectFiles() {
        try {
            return new ObjectFiles(folder, disk);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    StoreOperation operation() {
        return new StoreOperation(
                objectFiles(),
                new Index(transactions, source, TIMEOUT),
                new Uploader(UnverifiedUsers.ANONYMOUS));
    }

    Recovery.Result recover() throws IOException {
        return new Recovery(
                        objectFiles(),
                        new Index(transactions, source, TIMEOUT),
                        new Inventory(transactions))
                .run();
    }

    Status store(TestDataset object) throws AssociationLostException {
        return store(Requests.store(object));
    }

    Status store(StoreRequest request) throws AssociationLostException {
        return operation().store(request, "alice");
    }

    /** The objects on disk, relative to the folder. */
    List<String> files() {
        return below("").stream().filter(name -> name.endsWith(".dcm")).toList();
    }

    /** The files below a folder of the archive. */
    List<String> below(String name) {
        try (Stream<Path> files = Files.walk(folder.resolve(name))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files that rows name. */
    List<String> indexed() {
        return rows("SELECT file FROM instance ORDER BY file");
    }

    /** Series and studies that have nothing in them. */
    List<String> childless() {
        List<String> all =
                new ArrayList<>(
                        rows(
                                "SELECT id FROM series s WHERE NOT EXISTS"
                                        + " (SELECT 1 FROM instance WHERE series_fk = s.id)"));
        all.addAll(
                rows(
                        "SELECT id FROM study s WHERE NOT EXISTS"
                                + " (SELECT 1 FROM series WHERE study_fk = s.id)"));
        return all;
    }

    /** Rows with their columns joined by {@code |}. */
    List<String> rows(String sql) {
        return database.inTransaction(
                manager -> {
                    List<?> all = manager.createNativeQuery(sql).getResultList();
                    return all.stream().map(TestArchive::joined).toList();
                });
    }

    private static String joined(Object row) {
        Object[] columns = row instanceof Object[] many ? many : new Object[] {row};
        return String.join("|", Arrays.stream(columns).map(String::valueOf).toList());
    }
}
