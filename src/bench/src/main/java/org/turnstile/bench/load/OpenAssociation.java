/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench.load;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;

/** One association that stays open until it is closed; costs this side a socket and no thread. */
public final class OpenAssociation implements AutoCloseable {

    private final Socket socket;
    private final Requests requests;

    private OpenAssociation(Socket socket, Requests requests) {
        this.socket = socket;
        this.requests = requests;
    }

    /**
     * Associates.
     *
     * @param patience longest time to wait for an answer, here and later
     * @throws LoadException if the SCP rejects, aborts or does not answer in time
     */
    public static OpenAssociation open(Target target, Duration patience) throws IOException {
        int millis = (int) Math.min(Integer.MAX_VALUE, Math.max(1, patience.toMillis()));
        Socket socket = new Socket();
        boolean done = false;
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(millis);
            socket.connect(target.address(), millis);
            OpenAssociation association = new OpenAssociation(socket, new Requests(target));
            association.ask(association.requests.associate()).expect(Answer.ASSOCIATE_AC);
            done = true;
            return association;
        } finally {
            if (!done) {
                socket.close();
            }
        }
    }

    /**
     * One C-ECHO.
     *
     * @return how long it took, in milliseconds
     * @throws LoadException if the status is not Success
     */
    public double echo() throws IOException {
        long began = System.nanoTime();
        Answer answer = ask(requests.echo());
        double millis = (System.nanoTime() - began) / 1e6;
        answer.expectEcho();
        return millis;
    }

    /** Releases the association. */
    public void release() throws IOException {
        ask(requests.release()).expect(Answer.RELEASE_RP);
    }

    /** Closes the connection. */
    @Override
    public void close() throws IOException {
        socket.close();
    }

    private Answer ask(ByteBuffer request) throws IOException {
        byte[] out = new byte[request.remaining()];
        request.get(out);
        socket.getOutputStream().write(out);
        ByteBuffer in = ByteBuffer.allocate(Requests.MAXIMUM_LENGTH + 6);
        try {
            while (true) {
                int read = socket.getInputStream().read(in.array(), in.position(), in.remaining());
                if (read < 0) {
                    throw new EOFException("the peer closed instead of answering");
                }
                in.position(in.position() + read);
                Optional<Answer> answer = Answer.next(in.duplicate().flip());
                if (answer.isPresent()) {
                    return answer.get();
                }
            }
        } catch (SocketTimeoutException e) {
            throw new LoadException("no answer within " + socket.getSoTimeout() + " ms", e);
        }
    }
}
