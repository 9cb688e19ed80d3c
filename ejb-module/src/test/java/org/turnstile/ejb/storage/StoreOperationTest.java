/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstile.api.AssociationLostException;
import org.turnstile.api.Status;

class StoreOperationTest {

    @TempDir private Path home;
    private StoreOperation operation;

    @BeforeEach
    void open() throws IOException {
        operation = new StoreOperation(new ObjectStore(home.resolve("objects")));
    }

    @Test
    void successIsSaidOnlyOfAnObjectThatIsThere() throws IOException {
        Status status = store("1.2.3", new ByteArrayInputStream(new byte[] {1, 2}));

        assertThat(status).isEqualTo(Status.SUCCESS);
        assertThat(objects()).hasSize(1);
    }

    @Test
    void anInstanceUidThatIsNoUidIsNotUnderstoodAndReachesNoPath() throws IOException {
        for (String uid : new String[] {"", "../../etc/passwd", "1.2/3", "1.02", "1.2\0"}) {
            assertThat(store(uid, InputStream.nullInputStream()).code()).isEqualTo(0xC000);
        }
        assertThat(objects()).isEmpty();
    }

    @Test
    void whatCannotBeWrittenIsOutOfResources() throws IOException {
        Files.delete(home.resolve("objects/spool"));

        assertThat(store("1.2.3", InputStream.nullInputStream()))
                .isEqualTo(Status.OUT_OF_RESOURCES);
        assertThat(objects()).isEmpty();
    }

    @Test
    void aPeerThatLeavesIsNoAnswer() throws IOException {
        InputStream broken =
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new AssociationLostException("the peer left");
                    }

                    @Override
                    public int read(byte[] into, int from, int length) throws IOException {
                        return read();
                    }
                };

        assertThatThrownBy(() -> store("1.2.3", broken))
                .isInstanceOf(AssociationLostException.class);
        assertThat(objects()).isEmpty();
    }

    private Status store(String uid, InputStream dataSet) throws AssociationLostException {
        return operation.store(Requests.store(uid, dataSet), "modality");
    }

    private Path[] objects() throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(Files::isRegularFile).toArray(Path[]::new);
        }
    }
}
