/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.turnstile.api.Status;
import org.turnstile.api.UID;
import org.turnstile.dicom.dimse.client.ClientAssociation;
import org.turnstile.dicom.dimse.command.CommandSet;

/** Objects far larger than the heap, in a JVM of 64 MB that is server and client at once. */
@Timeout(120)
class SmallHeapTest {

    private static final long GIBIBYTE = 1L << 30;
    private static final int PART = 64 * 1024;

    @TempDir private Path folder;

    @Test
    void givenAHeapOf64Megabytes_thenTwoGibibytesAreStoredAndOneIsSkipped() throws Exception {
        ChildJvm.run(Child.class, 64, folder.resolve("child.log"));
    }

    /** What the other JVM runs; its exit status says whether all went well. */
    static final class Child {

        private Child() {}

        public static void main(String[] args) throws IOException {
            long begin = System.nanoTime();
            try (Loopback loopback = new Loopback(Child::serve);
                    ClientAssociation association = loopback.connect()) {
                Status stored = store(association, "1.2.1", 2 * GIBIBYTE);
                CommandSet skipped = storeWithoutListening(loopback.port());
                Status cut = store(association, "1.2.2", 1L << 40);
                Status echoed = association.echo();
                association.release();
                long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin);
                if (!stored.isSuccess()
                        || skipped.status().orElse(0) != Status.NOT_AUTHORIZED.code()
                        || cut.code() != Status.NOT_AUTHORIZED.code()
                        || !echoed.isSuccess()) {
                    throw new IOException(
                            stored + ", " + skipped + ", " + cut + " in " + seconds + " s");
                }
            }
            System.exit(0);
        }

        private static Status store(ClientAssociation association, String instance, long length)
                throws IOException {
            return association.store(
                    Loopback.CT_IMAGE, instance, UID.EXPLICIT_VR_LITTLE_ENDIAN, new Zeros(length));
        }

        /** Sends all of the object though the answer has long been there, then goes on. */
        private static CommandSet storeWithoutListening(int port) throws IOException {
            try (RawPeer peer = RawPeer.associated(port, 16384)) {
                peer.command(RawPeer.CT_CONTEXT, RawPeer.store(1));
                byte[] part = RawPeer.pdu(RawPeer.CT_CONTEXT, false, false, new byte[PART]);
                for (long sent = 0; sent < GIBIBYTE; sent += PART) {
                    peer.send(part);
                }
                peer.dataSet(RawPeer.CT_CONTEXT, true, 0);
                CommandSet response = peer.readResponse();
                peer.command(RawPeer.ECHO_CONTEXT, RawPeer.echo(2));
                if (peer.readResponse().messageId() != 2) {
                    throw new IOException("the association did not go on");
                }
                return response;
            }
        }

        private static Status serve(DimseRequest request) throws IOException {
            if (request.command()
                    .affectedSopInstance()
                    .filter(s -> !s.equals("1.2.1"))
                    .isPresent()) {
                return Status.NOT_AUTHORIZED;
            }
            byte[] buffer = new byte[64 * 1024];
            long length = 0;
            for (int read = 0; read >= 0; read = request.dataSet().read(buffer)) {
                length += read;
            }
            boolean whole = length == 0 || length == 2 * GIBIBYTE;
            return whole ? Status.SUCCESS : Status.DATA_SET_MISMATCH;
        }
    }
}
