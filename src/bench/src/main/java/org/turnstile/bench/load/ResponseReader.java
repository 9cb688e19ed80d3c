/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench.load;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Puts the responses together that come on one association; of a data set it keeps the length. */
final class ResponseReader {

    private static final int PDU_HEADER = 6;
    private static final int VALUE_HEADER = 6;
    private static final int COMMAND = 1;
    private static final int LAST = 2;

    private final Socket socket;
    private final ByteBuffer in = ByteBuffer.allocate(Requests.MAXIMUM_LENGTH + PDU_HEADER);
    private final ByteArrayOutputStream command = new ByteArrayOutputStream();
    private ByteBuffer values = ByteBuffer.allocate(0);

    /** Reads from a socket, whose time-out is the patience. */
    ResponseReader(Socket socket) {
        this.socket = socket;
        in.flip();
    }

    /**
     * The next response, with its data set.
     *
     * @throws LoadException if something else comes, or nothing in time
     */
    Response next() throws IOException {
        command.reset();
        while (!fragment(COMMAND).last()) {}
        ByteBuffer set = ByteBuffer.wrap(command.toByteArray());
        int field = CommandNumbers.of(set, CommandNumbers.COMMAND_FIELD);
        int status = CommandNumbers.of(set, CommandNumbers.STATUS);
        int type = CommandNumbers.of(set, CommandNumbers.COMMAND_DATA_SET_TYPE);
        return new Response(field, status, type == Response.NO_DATA_SET ? 0 : dataSet());
    }

    private int dataSet() throws IOException {
        int bytes = 0;
        boolean last = false;
        while (!last) {
            Fragment fragment = fragment(0);
            bytes += fragment.length();
            last = fragment.last();
        }
        return bytes;
    }

    private record Fragment(int length, boolean last) {}

    private Fragment fragment(int kind) throws IOException {
        if (!values.hasRemaining()) {
            Answer answer = answer();
            answer.expect(Answer.DATA);
            values = answer.body();
        }
        int length = values.remaining() < VALUE_HEADER ? -1 : values.getInt() - 2;
        if (length < 0 || length > values.remaining() - 2) {
            throw new LoadException("a P-DATA-TF whose lengths do not fit");
        }
        values.get(); // presentation context
        int header = values.get();
        if ((header & COMMAND) != kind) {
            throw new LoadException("command set and data set out of order");
        }
        if (kind == COMMAND) {
            command.write(values.array(), values.arrayOffset() + values.position(), length);
        }
        values.position(values.position() + length);
        return new Fragment(length, (header & LAST) != 0);
    }

    /** The next PDU of any kind. */
    Answer answer() throws IOException {
        while (true) {
            Optional<Answer> answer = Answer.next(in);
            if (answer.isPresent()) {
                return answer.get();
            }
            in.compact();
            read();
            in.flip();
        }
    }

    private void read() throws IOException {
        try {
            int read = socket.getInputStream().read(in.array(), in.position(), in.remaining());
            if (read < 0) {
                throw new EOFException("the peer closed instead of answering");
            }
            in.position(in.position() + read);
        } catch (SocketTimeoutException e) {
            throw new LoadException("no answer within " + socket.getSoTimeout() + " ms", e);
        }
    }
}
