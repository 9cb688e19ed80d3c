/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.otp;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Where two processes wait for each other, time after time: memory that both have mapped, in which
 * each says how often it has come.
 */
final class StartingLine {

    private static final VarHandle TIMES =
            MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration SPIN = Duration.ofNanos(200_000);

    private final ByteBuffer shared;
    private final int mine;
    private final int theirs;

    private StartingLine(ByteBuffer shared, int racer) {
        this.shared = shared;
        mine = racer * Long.BYTES;
        theirs = Long.BYTES - mine;
    }

    /**
     * Where one of them waits.
     *
     * @param racer 0 or 1
     */
    static StartingLine of(Path file, int racer) throws IOException {
        try (FileChannel channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE)) {
            return new StartingLine(
                    channel.map(FileChannel.MapMode.READ_WRITE, 0, 2 * Long.BYTES), racer);
        }
    }

    /** Waits until the other one comes for this time too. */
    void await(long time) {
        TIMES.setVolatile(shared, mine, time);
        long began = System.nanoTime();
        while ((long) TIMES.getVolatile(shared, theirs) < time) {
            long waited = System.nanoTime() - began;
            if (waited > PATIENCE.toNanos()) {
                throw new IllegalStateException("the other racer has not come: " + time);
            }
            // who slept would begin too late; who never sleeps may keep the other from coming
            if (waited < SPIN.toNanos()) {
                Thread.onSpinWait();
            } else {
                LockSupport.parkNanos(1);
            }
        }
    }
}
