/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.testkit.peer;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Programs of other people that speak DICOM. Where one is not installed its tests are skipped and
 * say so; with {@code -Dturnstile.peers.required=true} that is a failure.
 */
public final class Peers {

    /**
     * What a program said and how it ended.
     *
     * @param exit its exit status
     * @param output what it printed, errors included
     */
    public record Result(int exit, String output) {}

    private Peers() {}

    /** The path of a program; skips the test, or fails it, where there is none. */
    public static String require(String program) {
        for (String folder : System.getenv("PATH").split(":")) {
            Path path = Path.of(folder, program);
            if (Files.isExecutable(path)) {
                return path.toString();
            }
        }
        missing(program + " is not on the PATH");
        return program;
    }

    /** Skips the test, or fails it, where a file is not installed. */
    public static void requireFile(Path file) {
        if (!Files.exists(file)) {
            missing(file + " does not exist");
        }
    }

    private static void missing(String what) {
        String missing = what + ": not tested against it";
        if (Boolean.getBoolean("turnstile.peers.required")) {
            fail(missing);
        }
        assumeTrue(false, missing);
    }

    /** Runs a program to its end, at most 30 s. */
    public static Result run(String program, List<String> arguments)
            throws IOException, InterruptedException {
        Process process = start(program, arguments);
        try (InputStream out = process.getInputStream()) {
            String said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            return new Result(process.waitFor(), said);
        }
    }

    /** Starts a program; whoever calls ends it. */
    public static Process start(String program, List<String> arguments) throws IOException {
        String path = require(program);
        return new ProcessBuilder(Stream.concat(Stream.of(path), arguments.stream()).toList())
                .redirectErrorStream(true)
                .start();
    }
}
