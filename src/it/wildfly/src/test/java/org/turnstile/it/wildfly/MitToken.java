/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.wildfly;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A token of MIT's library, which waits for the reply to it. */
final class MitToken implements AutoCloseable {

    private static final int SECONDS = 30;

    private final Process process;
    private final Path errors;
    private final byte[] bytes;

    private MitToken(Process process, Path errors, byte[] bytes) {
        this.process = process;
        this.errors = errors;
        this.bytes = bytes;
    }

    static MitToken of(List<String> command, Map<String, String> environment, Path folder)
            throws IOException {
        Path errors = Files.createTempFile(folder, "kerberos-peer", ".err");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        BufferedReader reader = process.inputReader(StandardCharsets.US_ASCII);
        String line = reader.readLine();
        if (line == null) {
            throw new IOException(command + ": " + Files.readString(errors));
        }
        return new MitToken(process, errors, HexFormat.of().parseHex(line));
    }

    /** The Primary-field. */
    byte[] bytes() {
        return bytes;
    }

    /** What the library has against a Server-response; empty if that proves the service. */
    String objection(byte[] reply) throws IOException, InterruptedException {
        try (Writer out = process.outputWriter(StandardCharsets.US_ASCII)) {
            out.write(HexFormat.of().formatHex(reply) + '\n');
        }
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("the program did not end within " + SECONDS + " s");
        }
        String said = Files.readString(errors);
        return process.exitValue() == 0 ? "" : process.exitValue() + ": " + said;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
