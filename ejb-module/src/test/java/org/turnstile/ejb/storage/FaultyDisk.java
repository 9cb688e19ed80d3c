/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.storage;

import java.io.IOException;
import java.nio.file.Path;

/** A disk that fails at a chosen step, or that stops with the whole process. */
final class FaultyDisk extends Disk {

    /** The process is gone: nothing that follows is done. */
    static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final boolean crash;
    private int left;
    private int steps;
    private boolean gone;

    private FaultyDisk(int steps, boolean crash) {
        this.left = steps;
        this.crash = crash;
    }

    /** Does so many steps, then one fails; what removes files goes on working. */
    static FaultyDisk failingAfter(int steps) {
        return new FaultyDisk(steps, false);
    }

    /** Does so many steps and no more. */
    static FaultyDisk crashingAfter(int steps) {
        return new FaultyDisk(steps, true);
    }

    /** Steps that were done. */
    int steps() {
        return steps;
    }

    boolean hasFailed() {
        return gone;
    }

    private void step() throws IOException {
        if (left-- <= 0) {
            gone = true;
            if (crash) {
                throw new Crash();
            }
            throw new IOException("No space left on device");
        }
        steps++;
    }

    @Override
    Sink create(Path file) throws IOException {
        step();
        Sink sink = super.create(file);
        return new Sink() {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                step();
                sink.write(bytes, from, length);
            }

            @Override
            public void force() throws IOException {
                step();
                sink.force();
            }

            @Override
            public void close() throws IOException {
                sink.close();
            }
        };
    }

    @Override
    void createFolder(Path folder) throws IOException {
        step();
        super.createFolder(folder);
    }

    @Override
    void move(Path from, Path to) throws IOException {
        step();
        super.move(from, to);
    }

    @Override
    void forceFolder(Path folder) throws IOException {
        step();
        super.forceFolder(folder);
    }

    @Override
    void delete(Path file) throws IOException {
        if (gone && crash) {
            throw new Crash();
        }
        super.delete(file);
    }
}
