/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.turnstile.api.Status;
import org.turnstile.api.UID;
import org.turnstile.dicom.dimse.client.ClientAssociation;

/** Answers far larger than the heap, in a JVM of 32 MB that is server and client at once. */
@Timeout(120)
class ManyMatchesTest {

    private static final int MATCHES = 100_000;
    private static final int LENGTH = 3000;

    @TempDir private Path folder;

    @Test
    void givenAHeapOf32Megabytes_thenAHundredThousandMatchesStreamThroughIt() throws Exception {
        ChildJvm.run(Child.class, 32, folder.resolve("child.log"));
    }

    /** What the other JVM runs; its exit status says whether all went well. */
    static final class Child {

        private Child() {}

        public static void main(String[] args) throws IOException {
            Loopback.Finding streaming =
                    (request, responder) -> Patients.stream(responder, MATCHES, LENGTH);
            AtomicInteger taken = new AtomicInteger();
            try (Loopback loopback = Loopback.finding(streaming);
                    ClientAssociation association =
                            loopback.connectToFind(UID.EXPLICIT_VR_LITTLE_ENDIAN)) {
                Status all =
                        association.find(
                                UID.STUDY_ROOT_FIND,
                                Patients.patient(""),
                                (status, match) ->
                                        Patients.id(match).equals("P" + taken.incrementAndGet()));
                Status cancelled =
                        association.find(
                                UID.STUDY_ROOT_FIND,
                                Patients.patient(""),
                                (status, match) -> false);
                association.release();
                int unread = leaveUnread(loopback.port());
                if (!all.isSuccess()
                        || taken.get() != MATCHES
                        || !cancelled.equals(Status.CANCELLED)
                        || unread != Status.CANCELLED.code()) {
                    throw new IOException(
                            all
                                    + ", "
                                    + taken
                                    + ", "
                                    + cancelled
                                    + String.format(", %04X", unread));
                }
            }
            System.exit(0);
        }

        /** Asks, reads nothing, and cancels. */
        private static int leaveUnread(int port) throws IOException {
            try (RawPeer peer = RawPeer.associated(port, 16384)) {
                return new Messages(peer.query(1, 0).cancel(1)).last().status();
            }
        }
    }
}
