/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.association;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * The idle, read and write time of an established association, on one task of the event loop that
 * looks when the first of them could be over. Each read and write only notes the time. Whether
 * bytes go out is seen only by looking, so the write time may be exceeded, at most by itself.
 */
final class Watchdog {

    /** What is done when a time is over. */
    interface Alarm {
        void idle();

        void readTimeout();

        void writeTimeout();
    }

    private final Channel channel;
    private final WireClock clock;
    private final AssociationLimits limits;
    private final AssociationUser user;
    private final Alarm alarm;
    private Future<?> next;
    private boolean readingPaused;
    private long lastActivity;
    private long lastProgress;
    private long progressMark;

    Watchdog(
            Channel channel,
            WireClock clock,
            AssociationLimits limits,
            AssociationUser user,
            Alarm alarm) {
        this.channel = channel;
        this.clock = clock;
        this.limits = limits;
        this.user = user;
        this.alarm = alarm;
    }

    void start() {
        lastActivity = now();
        lastProgress = lastActivity;
        scheduleIn(shortest());
    }

    void stop() {
        if (next != null) {
            next.cancel(false);
            next = null;
        }
    }

    /** Something was sent. */
    void sent() {
        long now = now();
        if (pendingMark() == 0) {
            lastProgress = now;
        }
        lastActivity = now;
    }

    /** While we do not read, the peer is not to blame for its silence. */
    void readingPaused(boolean paused) {
        if (paused != readingPaused) {
            readingPaused = paused;
            lastActivity = now();
        }
    }

    private void check() {
        next = null;
        long now = now();
        long write = writeRemaining(now);
        long read = write > 0 ? readRemaining(now) : 0;
        if (read > 0) {
            scheduleIn(Math.min(shortest(), Math.min(write, read)));
        }
    }

    /** Nanoseconds until the write time is over; 0 if the alarm was raised. */
    private long writeRemaining(long now) {
        long mark = pendingMark();
        if (mark == 0) {
            return Long.MAX_VALUE;
        }
        if (mark != progressMark) {
            progressMark = mark;
            lastProgress = now;
        }
        long remaining = limits.write().toNanos() - (now - lastProgress);
        if (remaining <= 0) {
            alarm.writeTimeout();
            return 0;
        }
        // progress is seen only by looking, so look often enough to be right within a quarter
        return Math.min(remaining, Math.max(1, limits.write().toNanos() / 4));
    }

    private long readRemaining(long now) {
        boolean awaits = user.awaitsPeer();
        if (readingPaused || (!awaits && user.busy())) {
            return Long.MAX_VALUE;
        }
        long since = Math.max(clock.lastRead(), lastActivity);
        long time = awaits ? limits.read().toNanos() : limits.idle().toNanos();
        long remaining = time - (now - since);
        if (remaining > 0) {
            return remaining;
        }
        if (awaits) {
            alarm.readTimeout();
        } else {
            alarm.idle();
        }
        return 0;
    }

    /** Changes whenever bytes go out; 0 when none wait. */
    private long pendingMark() {
        ChannelOutboundBuffer out = channel.unsafe().outboundBuffer();
        if (out == null || out.isEmpty()) {
            return 0;
        }
        long mark = 31L * System.identityHashCode(out.current()) + out.currentProgress();
        return mark == 0 ? 1 : mark;
    }

    private long shortest() {
        return Math.min(
                limits.write().toNanos(),
                Math.min(limits.read().toNanos(), limits.idle().toNanos()));
    }

    private void scheduleIn(long nanos) {
        EventLoop loop = channel.eventLoop();
        next = loop.schedule(this::check, nanos, TimeUnit.NANOSECONDS);
    }

    private long now() {
        return channel.eventLoop().ticker().nanoTime();
    }
}
