/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Optional;

/** One of the associations at once: sends the next request when the answer to the last is there. */
final class RawSlot {

    private enum Step {
        CONNECTING,
        ASSOCIATING,
        ECHOING,
        RELEASING,
        OVER
    }

    private final InetSocketAddress address;
    private final Requests requests;
    private final Workload workload;
    private final Tally tally;
    private final Selector selector;
    private final ByteBuffer in = ByteBuffer.allocate(Requests.MAXIMUM_LENGTH + 6);
    private Step step = Step.OVER;
    private SocketChannel channel;
    private long began;
    private long sent;

    RawSlot(
            InetSocketAddress address,
            Requests requests,
            Workload workload,
            Tally tally,
            Selector selector) {
        this.address = address;
        this.requests = requests;
        this.workload = workload;
        this.tally = tally;
        this.selector = selector;
    }

    void connect() throws IOException {
        began = System.nanoTime();
        sent = began;
        step = Step.CONNECTING;
        in.clear();
        channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        boolean connected = channel.connect(address);
        channel.register(
                selector, connected ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT, this);
        if (connected) {
            send(requests.associate(), Step.ASSOCIATING);
        }
    }

    boolean active() {
        return step != Step.OVER;
    }

    /** The channel can go on. */
    void ready() throws IOException {
        if (step == Step.CONNECTING) {
            channel.finishConnect();
            channel.keyFor(selector).interestOps(SelectionKey.OP_READ);
            send(requests.associate(), Step.ASSOCIATING);
        } else {
            read();
        }
    }

    void requireAnswerSince(long then) throws LoadException {
        if (step != Step.OVER && sent - then < 0) {
            throw new LoadException("no answer in time while " + step);
        }
    }

    void close() throws IOException {
        step = Step.OVER;
        if (channel != null) {
            channel.close();
        }
    }

    private void read() throws IOException {
        int read = channel.read(in);
        if (read < 0) {
            throw new LoadException("the peer closed while " + step);
        }
        in.flip();
        Optional<Answer> answer = Answer.next(in);
        if (answer.isEmpty()) {
            in.compact();
            return;
        }
        if (in.hasRemaining()) {
            throw new LoadException(in.remaining() + " bytes behind the answer while " + step);
        }
        in.clear();
        take(answer.get());
    }

    private void take(Answer answer) throws IOException {
        switch (step) {
            case ASSOCIATING -> {
                answer.expect(Answer.ASSOCIATE_AC);
                next();
            }
            case ECHOING -> {
                answer.expectEcho();
                tally.took(sent, System.nanoTime());
                next();
            }
            case RELEASING -> {
                answer.expect(Answer.RELEASE_RP);
                released();
            }
            default -> throw new LoadException("an answer that nobody asked for while " + step);
        }
    }

    private void next() throws IOException {
        if (workload == Workload.ECHO && !tally.over(System.nanoTime())) {
            send(requests.echo(), Step.ECHOING);
        } else {
            send(requests.release(), Step.RELEASING);
        }
    }

    private void released() throws IOException {
        close();
        long now = System.nanoTime();
        if (workload == Workload.ASSOCIATE) {
            tally.took(began, now);
            if (!tally.over(now)) {
                connect();
            }
        }
    }

    /** A request is far smaller than an empty send buffer, so it goes at once. */
    private void send(ByteBuffer request, Step then) throws IOException {
        channel.write(request);
        if (request.hasRemaining()) {
            throw new LoadException("the send buffer is full while " + step);
        }
        sent = System.nanoTime();
        step = then;
    }
}
