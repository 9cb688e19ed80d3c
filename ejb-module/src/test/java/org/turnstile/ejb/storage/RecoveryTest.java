/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.turnstile.api.Status;
import org.turnstile.api.data.Tag;
import org.turnstile.ejb.testing.Databases;
import org.turnstile.ejb.testing.TestDatabase;

class RecoveryTest {

    private static final String SECOND = "1.1.1.1-00000000-0000-0000-0000-000000000000.dcm";
    private static final Recovery.Result NOTHING = new Recovery.Result(0, 0, 0, 0, 0);

    @TempDir private Path home;
    private Path objects;
    private TestDatabase database;
    private TestArchive archive;

    private void open(Databases databases) {
        objects = home.resolve("objects");
        database = databases.open();
        archive = new TestArchive(objects, database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @EnumSource
    void anArchiveInOrderIsLeftAsItIs(Databases databases) throws IOException {
        open(databases);
        assertThat(archive.recover()).isEqualTo(NOTHING);
        archive.store(TestDataset.of(1, 1));
        archive.store(TestDataset.of(2, 1));
        List<String> before = archive.below("");

        assertThat(archive.recover()).isEqualTo(NOTHING);
        assertThat(archive.below("")).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void aFileOfAnUnknownInstanceIsIndexedAsItWasStored(Databases databases) throws IOException {
        open(databases);
        archive.store(TestDataset.of(1, 1));
        String columns =
                "SELECT sop_instance_uid, sop_class_uid, transfer_syntax, file, size, digest,"
                        + " stored_by FROM instance";
        List<String> stored = archive.rows(columns);
        forgetAll();

        assertThat(archive.recover()).isEqualTo(new Recovery.Result(0, 1, 0, 0, 0));

        assertThat(archive.rows(columns)).isEqualTo(stored);
        assertThat(archive.rows("SELECT stored_by, institution FROM study"))
                .containsExactly("alice|NORTH");
    }

    private void forgetAll() {
        for (String table : List.of("instance", "series", "study", "patient")) {
            database.execute("DELETE FROM " + table);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFileOfAKnownInstanceIsPutAside(Databases databases) throws IOException {
        open(databases);
        archive.store(TestDataset.of(1, 1));
        Path kept = objects.resolve(archive.files().get(0));
        byte[] content = Files.readAllBytes(kept);
        Path second = kept.resolveSibling(SECOND);
        Files.write(second, content);

        assertThat(archive.recover()).isEqualTo(new Recovery.Result(0, 0, 1, 0, 0));

        assertThat(kept).hasBinaryContent(content);
        assertThat(second).doesNotExist();
        assertThat(archive.below("quarantine")).hasSize(1);
        assertThat(objects.resolve(archive.below("quarantine").get(0))).hasBinaryContent(content);
    }

    @ParameterizedTest
    @EnumSource
    void aFileThatARowNamesIsLeftWhateverItIsCalled(Databases databases) throws IOException {
        open(databases);
        archive.store(TestDataset.of(1, 1));
        Path kept = objects.resolve(archive.files().get(0));
        String name = kept.getFileName().toString().replace("1.1.1.1-", "9.9.9-");
        Files.move(kept, kept.resolveSibling(name));
        database.execute("UPDATE instance SET file = REPLACE(file, '1.1.1.1-', '9.9.9-')");

        assertThat(archive.recover()).isEqualTo(NOTHING);
        assertThat(kept.resolveSibling(name)).exists();
    }

    @ParameterizedTest
    @EnumSource
    void ofTwoFilesOfOneUnknownInstanceOneIsIndexed(Databases databases) throws IOException {
        open(databases);
        archive.store(TestDataset.of(1, 1));
        Path kept = objects.resolve(archive.files().get(0));
        Files.copy(kept, kept.resolveSibling(SECOND));
        forgetAll();

        assertThat(archive.recover()).isEqualTo(new Recovery.Result(0, 1, 1, 0, 0));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNoObjectIsPutAside(Databases databases) throws IOException {
        open(databases);
        archive.store(TestDataset.of(1, 1));
        Path folder = objects.resolve(archive.files().get(0)).getParent();
        byte[] whole = Files.readAllBytes(objects.resolve(archive.files().get(0)));
        List<byte[]> contents =
                List.of(
                        new byte[0],
                        new byte[5000],
                        Arrays.copyOf(whole, 140),
                        Arrays.copyOf(whole, whole.length - 60));
        for (int i = 0; i < contents.size(); i++) {
            Files.write(
                    folder.resolve("1.2.3-00000000-0000-0000-0000-00000000000" + i + ".dcm"),
                    contents.get(i));
        }

        assertThat(archive.recover()).isEqualTo(new Recovery.Result(0, 0, 4, 0, 0));
        assertThat(archive.files()).filteredOn(f -> !f.startsWith("quarantine")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void aFileWhoseHeadDisagreesWithItsDataSetIsPutAside(Databases databases) throws IOException {
        open(databases);
        archive.store(TestDataset.of(1, 1));
        Path kept = objects.resolve(archive.files().get(0));
        TestDataset other = TestDataset.of(1, 1).with(o -> o.setString(Tag.SOPInstanceUID, "9.9"));
        byte[] head = FileHead.of(Requests.store(TestDataset.of(1, 1)), "alice").bytes();
        byte[] body = other.bytes();
        byte[] file = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, file, head.length, body.length);
        Files.write(kept.resolveSibling(SECOND), file);

        assertThat(archive.recover()).isEqualTo(new Recovery.Result(0, 0, 1, 0, 0));
    }

    @ParameterizedTest
    @EnumSource
    void namesThatAreNoneOfOursArePutAsideUnderOnesThatAre(Databases databases) throws IOException {
        open(databases);
        archive.store(TestDataset.of(1, 1));
        Path folder = objects.resolve(archive.files().get(0)).getParent();
        Files.createDirectories(objects.resolve("zz/x"));
        Files.createDirectories(objects.resolve("00/gg"));
        Files.createDirectories(objects.resolve("00/00/1.02"));
        Files.createDirectories(folder.resolve(SECOND));
        Files.write(objects.resolve("00/00/1.2"), new byte[1]);
        Files.write(folder.resolve("a\nb;rm -rf 'x'.dcm"), new byte[1]);
        Files.write(folder.resolve("1.02" + SECOND.substring(7)), new byte[1]);
        Files.createSymbolicLink(objects.resolve("01"), home);

        assertThat(archive.recover()).isEqualTo(new Recovery.Result(0, 0, 8, 0, 0));

        assertThat(archive.files()).hasSize(1 + 2);
        assertThat(archive.below("quarantine"))
                .allSatisfy(f -> assertThat(f).matches("quarantine/[A-Za-z0-9._-]+(/.*)?"));
        assertThat(archive.recover()).isEqualTo(NOTHING);
        assertThat(home).exists();
    }

    @ParameterizedTest
    @EnumSource
    void aRowWhoseFileIsMissingStays(Databases databases) throws IOException {
        open(databases);
        archive.store(TestDataset.of(1, 1));
        archive.store(TestDataset.of(2, 1));
        Files.delete(objects.resolve(archive.files().get(0)));

        assertThat(archive.recover()).isEqualTo(new Recovery.Result(0, 0, 0, 1, 0));

        assertThat(archive.indexed()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void unfinishedFilesAndRowsWithoutInstancesAreRemoved(Databases databases) throws IOException {
        open(databases);
        archive.store(TestDataset.of(1, 1));
        archive.store(TestDataset.of(2, 1));
        Files.write(objects.resolve("spool/half"), new byte[] {1});
        String file =
                archive.rows("SELECT file FROM instance i WHERE sop_instance_uid = '1.2.1.1'")
                        .get(0);
        database.execute("DELETE FROM instance WHERE sop_instance_uid = '1.2.1.1'");
        Files.delete(objects.resolve(file));

        // series and study; the patient has another study
        assertThat(archive.recover()).isEqualTo(new Recovery.Result(1, 0, 0, 0, 2));

        assertThat(archive.below("spool")).isEmpty();
        assertThat(archive.childless()).isEmpty();
        assertThat(archive.store(TestDataset.of(2, 1))).isEqualTo(Status.SUCCESS);
    }

    @ParameterizedTest
    @EnumSource
    void moreFilesThanOneLookUpTakesAreAllCompared(Databases databases) throws IOException {
        open(databases);
        StoreOperation operation = archive.operation();
        for (int i = 1; i <= 1100; i++) {
            operation.store(Requests.store(TestDataset.of(1 + i % 3, i)), "alice");
        }
        database.execute("DELETE FROM instance WHERE instance_number LIKE '%7'");
        for (String file :
                archive.rows("SELECT file FROM instance WHERE instance_number LIKE '%8'")) {
            Files.delete(objects.resolve(file));
        }

        assertThat(archive.recover()).isEqualTo(new Recovery.Result(0, 110, 0, 110, 0));
        assertThat(archive.indexed()).hasSize(1100);
    }
}
