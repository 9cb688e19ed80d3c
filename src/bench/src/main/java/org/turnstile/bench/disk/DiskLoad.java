/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Does what storing an object asks of the disk, and nothing else: write a file, force it, give it
 * its name in another folder, force that folder. Each writer has a folder of its own.
 */
public final class DiskLoad {

    private final Path folder;
    private final int size;
    private final int objects;

    /**
     * Files in a folder.
     *
     * @param folder where they go, and stay
     * @param size bytes of each, 1 or more
     * @param objects files of each writer, 1 or more
     * @throws IllegalArgumentException if one of them is less
     */
    public DiskLoad(Path folder, int size, int objects) {
        if (size < 1) {
            throw new IllegalArgumentException("size: " + size);
        }
        if (objects < 1) {
            throw new IllegalArgumentException("objects: " + objects);
        }
        this.folder = folder;
        this.size = size;
        this.objects = objects;
    }

    /**
     * Writes them.
     *
     * @param writers threads, 1 or more
     * @return files per second, of all together
     * @throws IOException if one cannot be written
     */
    public double run(int writers) throws IOException, InterruptedException {
        Path spool = Files.createDirectories(folder.resolve("spool"));
        List<Callable<Void>> all = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            Path own = Files.createDirectories(folder.resolve(Integer.toString(i)));
            Path before = spool.resolve(Integer.toString(i));
            all.add(() -> write(before, own));
        }
        ExecutorService threads = Executors.newFixedThreadPool(writers);
        try {
            long began = System.nanoTime();
            for (Future<Void> each : threads.invokeAll(all)) {
                each.get();
            }
            return objects * (double) writers * 1e9 / (System.nanoTime() - began);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } finally {
            threads.shutdown();
        }
    }

    private Void write(Path before, Path own) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocateDirect(size);
        for (int i = 0; i < objects; i++) {
            try (FileChannel file =
                    FileChannel.open(
                            before, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                bytes.rewind();
                while (bytes.hasRemaining()) {
                    file.write(bytes);
                }
                file.force(true);
            }
            Files.move(before, own.resolve(Integer.toString(i)), StandardCopyOption.ATOMIC_MOVE);
            try (FileChannel names = FileChannel.open(own, StandardOpenOption.READ)) {
                names.force(true);
            }
        }
        return null;
    }
}
