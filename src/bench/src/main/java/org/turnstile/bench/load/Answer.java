/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench.load;

import java.nio.ByteBuffer;
import java.util.Optional;

/** One whole PDU from the SCP, and whether it is what was asked for. */
final class Answer {

    static final int ASSOCIATE_AC = 0x02;
    static final int DATA = 0x04;
    static final int RELEASE_RP = 0x06;

    private static final int ASSOCIATE_RJ = 0x03;
    private static final int ABORT = 0x07;
    private static final int HEADER = 6;
    private static final int LAST_OF_COMMAND = 0x03;
    private static final int ECHO_RSP = 0x8030;
    private static final int VALUE_HEADER = 6;

    private final int type;
    private final ByteBuffer body;

    private Answer(int type, ByteBuffer body) {
        this.type = type;
        this.body = body;
    }

    /**
     * Takes the next PDU out of the bytes that have come.
     *
     * @param in position and limit around what has come; its capacity is the longest PDU
     * @return empty if more bytes are needed
     */
    static Optional<Answer> next(ByteBuffer in) throws LoadException {
        if (in.remaining() < HEADER) {
            return Optional.empty();
        }
        long length = in.getInt(in.position() + 2) & 0xFFFFFFFFL;
        if (length > in.capacity() - HEADER) {
            throw new LoadException("a PDU of " + length + " bytes: more than was expected");
        }
        if (in.remaining() < HEADER + length) {
            return Optional.empty();
        }
        int type = in.get(in.position()) & 0xFF;
        ByteBuffer body = in.slice(in.position() + HEADER, (int) length);
        in.position(in.position() + HEADER + (int) length);
        return Optional.of(new Answer(type, body));
    }

    /** Refuses any other PDU; of a rejection or an abort it says which. */
    void expect(int wanted) throws LoadException {
        if (type == wanted) {
            return;
        }
        if (type == ASSOCIATE_RJ && body.limit() == 4) {
            throw new LoadException(
                    "rejected: " + body.get(1) + "/" + body.get(2) + "/" + body.get(3));
        }
        if (type == ABORT && body.limit() == 4) {
            throw new LoadException("aborted: " + body.get(2) + "/" + body.get(3));
        }
        throw new LoadException(
                String.format("PDU type %02XH came, %02XH was expected", type, wanted));
    }

    /** What follows the header; over the same bytes. */
    ByteBuffer body() {
        return body;
    }

    /** Refuses a P-DATA-TF that is not one whole C-ECHO-RSP with status Success. */
    void expectEcho() throws LoadException {
        expect(DATA);
        boolean whole =
                body.limit() >= VALUE_HEADER
                        && body.getInt(0) == body.limit() - 4
                        && (body.get(5) & 0x03) == LAST_OF_COMMAND;
        if (!whole) {
            throw new LoadException("a P-DATA-TF that is not one whole command set");
        }
        ByteBuffer command = body.slice(VALUE_HEADER, body.limit() - VALUE_HEADER);
        int field = CommandNumbers.of(command, CommandNumbers.COMMAND_FIELD);
        int status = CommandNumbers.of(command, CommandNumbers.STATUS);
        if (field != ECHO_RSP || status != 0) {
            throw new LoadException(
                    String.format("command %04XH with status %04XH for C-ECHO", field, status));
        }
    }
}
