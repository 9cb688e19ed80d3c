/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.dicom;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.turnstile.cli.common.Sizes;

/** A line of a terminal that is drawn anew as objects go out, ten times a second at most. */
final class ProgressBar {

    private static final long STEP = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int CELLS = 16;

    /** A longer line would wrap in a terminal of 80 columns, and could not be drawn anew. */
    private static final int MOST_WIDTH = 79;

    private final PrintWriter terminal;
    private final LongSupplier nanos;
    private final long objects;
    private final long bytes;
    private long objectsDone;
    private long bytesDone;
    private long bytesOfObject;
    private OptionalLong began = OptionalLong.empty();
    private long drawn;
    private int width;

    /**
     * Draws nothing yet.
     *
     * @param nanos the clock, in nanoseconds from some moment
     * @param objects objects that are to go out
     * @param bytes bytes of all of them
     */
    ProgressBar(PrintWriter terminal, LongSupplier nanos, long objects, long bytes) {
        this.terminal = terminal;
        this.nanos = nanos;
        this.drawn = nanos.getAsLong() - STEP;
        this.objects = objects;
        this.bytes = bytes;
    }

    /** More bytes of the object at hand have gone. */
    void moved(long more) {
        bytesOfObject += more;
        draw();
    }

    /** The object at hand is done with, whatever became of it. */
    void finished(long size) {
        objectsDone++;
        bytesDone += size;
        bytesOfObject = 0;
        draw();
    }

    /** Takes the line away, so that others may be written. */
    void clear() {
        if (width > 0) {
            terminal.print("\r" + " ".repeat(width) + "\r");
            terminal.flush();
            width = 0;
        }
    }

    private void draw() {
        long now = nanos.getAsLong();
        if (began.isEmpty()) {
            began = OptionalLong.of(now);
        }
        if (now - drawn < STEP) {
            return;
        }
        drawn = now;
        String line = line((now - began.getAsLong()) / 1e9);
        String rest = " ".repeat(Math.max(0, width - line.length()));
        terminal.print("\r" + line + rest);
        terminal.flush();
        width = line.length();
    }

    private String line(double seconds) {
        long done = Math.min(bytes, bytesDone + bytesOfObject);
        double part = bytes == 0 ? 0 : (double) done / bytes;
        int filled = (int) (part * CELLS);
        String line =
                String.format(
                        Locale.ROOT,
                        "[%s] %3d %%  %d of %d objects, %s%s",
                        "#".repeat(filled) + "-".repeat(CELLS - filled),
                        (int) (part * 100),
                        objectsDone,
                        objects,
                        Sizes.bytes(done),
                        speed(done, seconds));
        return line.substring(0, Math.min(MOST_WIDTH, line.length()));
    }

    /** Nothing in the first second, when it would be a guess. */
    private String speed(long done, double seconds) {
        if (done == 0 || seconds < 1) {
            return "";
        }
        double rate = done / seconds;
        String left = Sizes.time((bytes - done) / rate);
        return ", " + Sizes.bytes((long) rate) + "/s, " + left + " left";
    }
}
