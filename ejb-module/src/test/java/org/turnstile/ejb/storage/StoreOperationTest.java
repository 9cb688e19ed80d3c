/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstile.api.AssociationLostException;
import org.turnstile.api.Status;
import org.turnstile.api.StoreRequest;
import org.turnstile.api.UserIdentity;
import org.turnstile.api.data.Tag;
import org.turnstile.ejb.testing.Databases;
import org.turnstile.ejb.testing.TestDatabase;

class StoreOperationTest {

    private static final TestDataset OBJECT = TestDataset.of(1, 1);

    @TempDir private Path home;
    private TestDatabase database;
    private TestArchive archive;

    @BeforeEach
    void open() {
        database = Databases.H2.open();
        archive = new TestArchive(home.resolve("objects"), database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void successIsSaidOfAnObjectThatIsOnDiskAndInTheIndex() throws IOException {
        assertThat(archive.store(OBJECT)).isEqualTo(Status.SUCCESS);

        assertThat(archive.files()).hasSize(1).isEqualTo(archive.indexed());
        assertThat(archive.below("spool")).isEmpty();
        assertThat(archive.rows("SELECT stored_by, size FROM instance"))
                .containsExactly("alice|" + OBJECT.bytes().length);
    }

    @Test
    void theFileIsOfPart10AndNamesItsUploader() throws IOException {
        archive.store(OBJECT);

        Path file = home.resolve("objects").resolve(archive.files().get(0));
        assertThat(file.getParent().getFileName()).hasToString("1.1.1");
        try (InputStream in = Files.newInputStream(file)) {
            FileHead head = FileHead.read(in);
            assertThat(head)
                    .isEqualTo(
                            new FileHead(
                                    TestDataset.SECONDARY_CAPTURE,
                                    OBJECT.uid(),
                                    "1.2.840.10008.1.2.1",
                                    "WORKSTATION",
                                    "alice"));
            assertThat(in.readAllBytes()).isEqualTo(OBJECT.bytes());
        }
    }

    @Test
    void theSameAgainIsSuccessAndKeepsNothingTwice() throws IOException {
        archive.store(OBJECT);

        assertThat(archive.store(OBJECT)).isEqualTo(Status.SUCCESS);

        assertThat(archive.files()).hasSize(1).isEqualTo(archive.indexed());
    }

    @Test
    void theSameAgainMakesGoodAFileThatIsGone() throws IOException {
        archive.store(OBJECT);
        Path file = home.resolve("objects").resolve(archive.files().get(0));
        byte[] whole = Files.readAllBytes(file);
        for (byte[] harmed : new byte[][] {null, {1, 2, 3}}) {
            Files.delete(file);
            if (harmed != null) {
                Files.write(file, harmed);
            }

            assertThat(archive.store(OBJECT)).isEqualTo(Status.SUCCESS);
            assertThat(file).hasBinaryContent(whole);
        }
    }

    @Test
    void otherContentUnderAKnownUidIsRefusedAndTheFirstStays() throws IOException {
        archive.store(OBJECT);
        TestDataset other = OBJECT.with(o -> o.setString(Tag.PatientSex, "F"));

        assertThat(archive.store(other)).isEqualTo(StoreOperation.OTHER_CONTENT);

        assertThat(archive.files()).hasSize(1).isEqualTo(archive.indexed());
        assertThat(archive.store(OBJECT)).isEqualTo(Status.SUCCESS);
    }

    @Test
    void studiesAndSeriesAreNotMovedElsewhere() throws IOException {
        archive.store(OBJECT);
        TestDataset otherPatient = TestDataset.of(1, 2).with(o -> o.setString(Tag.PatientID, "P2"));
        TestDataset otherStudy =
                TestDataset.of(1, 2).with(o -> o.setString(Tag.StudyInstanceUID, "1.9"));

        assertThat(archive.store(otherPatient)).isEqualTo(StoreOperation.STUDY_OF_OTHER_PATIENT);
        assertThat(archive.store(otherStudy)).isEqualTo(StoreOperation.SERIES_OF_OTHER_STUDY);
        assertThat(archive.files()).hasSize(1);
    }

    @Test
    void aUidThatIsNoneIsNotUnderstoodAndReachesNoPath() throws IOException {
        for (String uid : new String[] {"", "../../etc/passwd", "1.2/3", "1.02", "1.2\0"}) {
            Status status = archive.store(Requests.store(Requests.ALICE, uid, unread()));
            assertThat(status.code()).isEqualTo(0xC000);
        }
        for (int tag : new int[] {Tag.SeriesInstanceUID, Tag.StudyInstanceUID}) {
            TestDataset trick = OBJECT.with(o -> o.setString(tag, "1/../../../x"));
            assertThat(archive.store(trick).code()).isEqualTo(0xC000);
            assertThat(archive.store(OBJECT.with(o -> o.remove(tag))).code()).isEqualTo(0xC000);
            TestDataset two = OBJECT.with(o -> o.setString(tag, "1.2.3", "1.2.4"));
            assertThat(archive.store(two).code()).isEqualTo(0xC000);
        }
        assertThat(archive.below("")).isEmpty();
    }

    @Test
    void aCommandThatDisagreesWithItsDataSetIsRefused() throws IOException {
        TestDataset otherClass =
                OBJECT.with(o -> o.setString(Tag.SOPClassUID, "1.2.840.10008.5.1.4.1.1.2"));
        StoreRequest otherInstance =
                Requests.store(Requests.ALICE, "1.2.3", new ByteArrayInputStream(OBJECT.bytes()));

        assertThat(archive.store(otherClass).code()).isEqualTo(0xA900);
        assertThat(archive.store(otherInstance).code()).isEqualTo(0xC000);
        assertThat(archive.below("")).isEmpty();
    }

    @Test
    void anUnknownTransferSyntaxIsRefusedBeforeAByteIsRead() throws IOException {
        StoreRequest request = Requests.store(Requests.ALICE, "1.2.3", unread());
        StoreRequest unknown =
                new StoreRequest(
                        request.association(), request.sopClass(), "1.2.3", "1.2.3", unread());

        assertThat(archive.store(unknown).code()).isEqualTo(0xC000);
    }

    @Test
    void whoeverTheContainerDoesNotKnowByTheSameNameIsRefused() throws IOException {
        StoreRequest request = Requests.store(Requests.ALICE, OBJECT.uid(), unread());

        assertThat(archive.operation().store(request, "bob").code()).isEqualTo(0x0124);
    }

    @Test
    void anObjectIsOfNobodyWhoseNameNothingProved() throws IOException {
        UserIdentity claimed = Requests.user("alice", false);
        for (UserIdentity user : new UserIdentity[] {claimed, UserIdentity.anonymous()}) {
            TestDataset object = TestDataset.of(1, user.isAnonymous() ? 1 : 2);
            archive.store(
                    Requests.store(user, object.uid(), new ByteArrayInputStream(object.bytes())));
        }

        assertThat(archive.rows("SELECT stored_by FROM instance")).containsExactly("null", "null");
        assertThat(archive.rows("SELECT stored_by FROM study")).containsExactly("null");
    }

    @Test
    void aPeerThatLeavesIsNoAnswerAndLeavesNothingBehind() {
        for (int given : new int[] {0, 100, 20_000, 400_000}) {
            InputStream broken =
                    new SequenceInputStream(new ByteArrayInputStream(new byte[given]), new Lost());

            assertThatThrownBy(() -> archive.store(Requests.store(Requests.ALICE, "1.2.3", broken)))
                    .isInstanceOf(AssociationLostException.class);
            assertThat(archive.below("")).isEmpty();
        }
    }

    private static InputStream unread() {
        return new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("was read");
            }

            @Override
            public int read(byte[] into, int from, int length) {
                return read();
            }
        };
    }

    /** A peer that is gone. */
    private static final class Lost extends InputStream {
        @Override
        public int read() throws IOException {
            throw new AssociationLostException("the peer left");
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            return read();
        }
    }
}
