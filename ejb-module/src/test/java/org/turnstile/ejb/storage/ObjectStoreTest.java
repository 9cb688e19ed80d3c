/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstile.api.AssociationLostException;
import org.turnstile.api.StoreRequest;

class ObjectStoreTest {

    private static final byte[] DATA_SET = {8, 0, 0x18, 0, 'U', 'I', 2, 0, '1', 0};

    @TempDir private Path folder;
    private ObjectStore store;

    @BeforeEach
    void open() throws IOException {
        store = new ObjectStore(folder.resolve("objects"));
    }

    @Test
    void anObjectBecomesAPart10FileInAFolderOfItsUid() throws IOException {
        Path file = store.store(request("1.2.3.4"));

        assertThat(file.getParent().getFileName()).hasToString("1.2.3.4");
        byte[] bytes = Files.readAllBytes(file);
        assertThat(bytes).endsWith(DATA_SET);
        assertThat(new String(bytes, 128, 4, StandardCharsets.US_ASCII)).isEqualTo("DICM");
        assertThat(files("spool")).isEmpty();
    }

    @Test
    void theGroupLengthReachesExactlyToTheDataSet() throws IOException {
        byte[] bytes = Files.readAllBytes(store.store(request("1.2.3")));

        int length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(140);
        assertThat(128 + 4 + 12 + length + DATA_SET.length).isEqualTo(bytes.length);
        String head = new String(bytes, 0, 144 + length, StandardCharsets.ISO_8859_1);
        assertThat(head)
                .contains("1.2.3\0")
                .contains(Requests.SECONDARY_CAPTURE)
                .contains("MODALITY1 ");
    }

    @Test
    void theSameInstanceTwiceOverwritesNothing() throws IOException {
        Path first = store.store(request("1.2.3"));
        Path second = store.store(request("1.2.3"));

        assertThat(first).exists().isNotEqualTo(second);
        assertThat(second).exists().hasParent(first.getParent());
    }

    @Test
    void anObjectThatBreaksOffLeavesNothingBehind() throws IOException {
        InputStream broken =
                new InputStream() {
                    private int given;

                    @Override
                    public int read() throws IOException {
                        if (given++ < 10_000) {
                            return 1;
                        }
                        throw new AssociationLostException("the peer left");
                    }

                    @Override
                    public int read(byte[] into, int from, int length) throws IOException {
                        into[from] = (byte) read();
                        return 1;
                    }
                };

        assertThatThrownBy(() -> store.store(Requests.store("1.2.3", broken)))
                .isInstanceOf(AssociationLostException.class);
        assertThat(files("spool")).isEmpty();
        assertThat(allObjects()).isEmpty();
    }

    @Test
    void whatAnEarlierRunLeftUnfinishedIsRemovedAndNothingElse() throws IOException {
        Path kept = store.store(request("1.2.3"));
        Files.write(folder.resolve("objects/spool/half"), new byte[] {1});

        assertThat(new ObjectStore(folder.resolve("objects")).removeUnfinished()).isEqualTo(1);
        assertThat(kept).exists();
        assertThat(files("spool")).isEmpty();
    }

    @Test
    void aFolderThatCannotBeMadeIsAnErrorThatNamesIt() throws IOException {
        Path file = Files.write(folder.resolve("file"), new byte[] {1});
        assertThatThrownBy(() -> new ObjectStore(file)).hasMessageContaining("file");
    }

    private static StoreRequest request(String sopInstance) {
        return Requests.store(sopInstance, new ByteArrayInputStream(DATA_SET));
    }

    private List<Path> files(String name) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("objects").resolve(name))) {
            return files.toList();
        }
    }

    private List<Path> allObjects() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
