/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * The options of a query that SOP class extended negotiation settles, one byte each (PS3.4
 * §C.5.1.1): 1 asks for or grants an option, 0 or absence does not. Of the five there are,
 * relational queries are supported here.
 */
public final class QueryOptions {

    private static final int OPTIONS = 5;
    private static final byte YES = 1;

    private QueryOptions() {}

    /** What a requestor proposes that wants relational queries. */
    public static ByteBuffer relational() {
        return ByteBuffer.wrap(new byte[] {YES});
    }

    /**
     * What an acceptor answers that grants relational queries and nothing else: as many bytes as
     * were proposed, at most five. To nothing there is no answer.
     */
    public static Optional<ByteBuffer> answer(ByteBuffer proposed) {
        byte[] answer = new byte[Math.min(OPTIONS, proposed.remaining())];
        if (answer.length == 0) {
            return Optional.empty();
        }
        answer[0] = isRelational(proposed) ? YES : 0;
        return Optional.of(ByteBuffer.wrap(answer));
    }

    /** Whether relational queries are asked for or granted. */
    public static boolean isRelational(ByteBuffer information) {
        return information.hasRemaining() && information.get(information.position()) == YES;
    }
}
