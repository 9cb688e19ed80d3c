/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A server's process and all that it has started, as Linux sees them. */
public final class ServerProcess {

    private static final Path PROC = Path.of("/proc");

    private final ProcessHandle process;

    private ServerProcess(ProcessHandle process) {
        this.process = process;
    }

    /**
     * The process of this id.
     *
     * @throws IOException if there is none
     */
    public static ServerProcess of(long pid) throws IOException {
        return new ServerProcess(
                ProcessHandle.of(pid)
                        .orElseThrow(() -> new IOException("pid: " + pid + " does not run")));
    }

    /** The id. */
    public long pid() {
        return process.pid();
    }

    /** Threads of all its processes. */
    public long threads() throws IOException {
        return sum("status", "Threads:");
    }

    /** Memory of all its processes in kB, what several share divided among them (Pss). */
    public long memoryKilobytes() throws IOException {
        return sum("smaps_rollup", "Pss:");
    }

    /**
     * Memory of this process alone in kB (Pss), but for what lies in the heap: there, what the
     * process holds says little of what lives.
     */
    public long memoryOutside(JavaHeap heap) throws IOException {
        Path smaps = PROC.resolve(Long.toString(pid())).resolve("smaps");
        return MemoryMap.kilobytesOutside(Files.readAllLines(smaps), heap.from(), heap.to());
    }

    private long sum(String file, String key) throws IOException {
        long sum = 0;
        List<ProcessHandle> all = Stream.concat(Stream.of(process), process.descendants()).toList();
        for (ProcessHandle one : all) {
            try {
                sum += value(PROC.resolve(Long.toString(one.pid())).resolve(file), key);
            } catch (NoSuchFileException e) {
                if (one.equals(process)) {
                    throw e; // a child that has ended takes nothing; the server must not have
                }
            }
        }
        return sum;
    }

    private static long value(Path file, String key) throws IOException {
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith(key)) {
                return Long.parseLong(line.substring(key.length()).replace("kB", "").strip());
            }
        }
        return 0; // a child that has ended and has not been waited for
    }
}
