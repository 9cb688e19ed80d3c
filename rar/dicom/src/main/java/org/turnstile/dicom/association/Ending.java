/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.association;

import org.turnstile.api.Closing;
import org.turnstile.dicom.pdu.AAbort;
import org.turnstile.dicom.pdu.AAssociateRj;

/** How an association, or the attempt at one, came to its end. */
public sealed interface Ending {

    /** The same in the words of {@code org.turnstile.api}. */
    Closing closing();

    /** One line for an exception or a log. */
    String text();

    /** By A-RELEASE. */
    record Released() implements Ending {
        @Override
        public Closing closing() {
            return Closing.RELEASED;
        }

        @Override
        public String text() {
            return "the association was released";
        }
    }

    /**
     * The peer has rejected the request.
     *
     * @param rj as received
     */
    record Rejected(AAssociateRj rj) implements Ending {
        @Override
        public Closing closing() {
            return Closing.LOST;
        }

        @Override
        public String text() {
            return "the peer rejected the association";
        }
    }

    /**
     * By the peer's A-ABORT.
     *
     * @param abort as received
     */
    record AbortedByPeer(AAbort abort) implements Ending {
        @Override
        public Closing closing() {
            return Closing.ABORTED_BY_PEER;
        }

        @Override
        public String text() {
            return "the peer aborted the association, source "
                    + abort.source()
                    + " reason "
                    + abort.reason();
        }
    }

    /**
     * By our A-ABORT.
     *
     * @param closing {@link Closing#IDLE} or {@link Closing#ABORTED_BY_US}
     * @param text why
     */
    record AbortedByUs(Closing closing, String text) implements Ending {}

    /**
     * The connection broke, or was cut because the peer took nothing.
     *
     * @param text what is known of it
     */
    record Lost(String text) implements Ending {
        @Override
        public Closing closing() {
            return Closing.LOST;
        }
    }
}
