/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.association;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * ARTIM, the Association Request/Reject/Release Timer (PS3.8 §9.1.5). Used on the event loop only.
 */
final class ArtimTimer {

    private final Duration time;
    private final Runnable expired;
    private Future<?> running;
    private int generation;

    ArtimTimer(Duration time, Runnable expired) {
        this.time = time;
        this.expired = expired;
    }

    /** Starts, or starts anew with the full time. */
    void start(EventLoop loop) {
        stop();
        int current = generation;
        running = loop.schedule(() -> expire(current), time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Stops, if it runs. */
    void stop() {
        generation++;
        if (running != null) {
            running.cancel(false);
            running = null;
        }
    }

    boolean runs() {
        return running != null;
    }

    /** Drops an expiry that had been queued before its timer was stopped. */
    void expire(int of) {
        if (of == generation && running != null) {
            running = null;
            expired.run();
        }
    }

    /** Number of the current start. */
    int generation() {
        return generation;
    }
}
