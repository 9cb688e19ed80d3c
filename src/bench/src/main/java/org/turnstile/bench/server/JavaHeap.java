/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The heap of a JVM after garbage collection.
 *
 * @param liveKilobytes what lives
 * @param from lowest address of the heap
 * @param to the address behind it
 */
public record JavaHeap(long liveKilobytes, long from, long to) {

    private static final Pattern USED = Pattern.compile("used (\\d+)K");
    private static final Pattern ADDRESS = Pattern.compile("0x([0-9a-f]{1,16})");
    private static final int COLLECTIONS = 2;

    /**
     * Collects garbage in a JVM, twice since some needs two, and asks for its heap; with the {@code
     * jcmd} of this JVM.
     *
     * @param pid its process, which has to run as the same user
     * @throws IOException if the process is no JVM or does not answer
     */
    public static JavaHeap of(long pid) throws IOException {
        for (int i = 0; i < COLLECTIONS; i++) {
            jcmd(pid, "GC.run");
        }
        return parse(jcmd(pid, "GC.heap_info"));
    }

    /** Adds the parts of the heap up; metaspace is none. */
    static JavaHeap parse(String info) throws IOException {
        long used = 0;
        long from = Long.MAX_VALUE;
        long to = 0;
        for (String line : info.lines().map(String::strip).toList()) {
            Matcher matcher = USED.matcher(line);
            if (line.startsWith("Metaspace") || line.startsWith("class space") || !matcher.find()) {
                continue;
            }
            used += Long.parseLong(matcher.group(1));
            Matcher address = ADDRESS.matcher(line);
            while (address.find()) {
                long value = Long.parseLong(address.group(1), 16);
                from = Math.min(from, value);
                to = Math.max(to, value);
            }
        }
        if (to <= from) {
            throw new IOException("jcmd GC.heap_info said nothing of the heap: " + info.strip());
        }
        return new JavaHeap(used, from, to);
    }

    private static String jcmd(long pid, String command) throws IOException {
        String tool = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process jcmd =
                new ProcessBuilder(tool, Long.toString(pid), command)
                        .redirectErrorStream(true)
                        .start();
        String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            int status = jcmd.waitFor();
            if (status != 0) {
                throw new IOException("jcmd " + pid + " " + command + ": " + said.strip());
            }
            return said;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while jcmd ran", e);
        }
    }
}
