/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.common;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/** Reads secrets from files and from standard input. What it returns is the caller's to wipe. */
public final class Secrets {

    /** Most bytes of a token or ticket: no more fits into a user identity (PS3.7 §D.3.3.7). */
    public static final int MOST_BYTES = 65_535;

    /** Most bytes of a line of standard input that is a passcode. */
    public static final int MOST_LINE = 1_024;

    /** Stands for standard input where a file is asked for. */
    public static final String STDIN = "-";

    private Secrets() {}

    /**
     * The one line of a passcode file in UTF-8, without its line end.
     *
     * @param file path of the file, or {@link #STDIN}
     * @param stdin standard input
     */
    public static byte[] line(String file, InputStream stdin) throws CommandFailedException {
        byte[] all = file.equals(STDIN) ? bounded(stdin, STDIN) : bytes(Path.of(file));
        try {
            int end = all.length;
            if (end > 0 && all[end - 1] == '\n') {
                end--;
            }
            if (end > 0 && all[end - 1] == '\r') {
                end--;
            }
            for (int i = 0; i < end; i++) {
                if (all[i] == '\n' || all[i] == '\r') {
                    throw new CommandFailedException(
                            ExitCode.NO_FILE, file + ": more than one line");
                }
            }
            return Arrays.copyOf(all, end);
        } finally {
            wipe(all);
        }
    }

    /**
     * The next line of standard input, without its line end; what follows is left there. Empty at
     * the end of the input.
     */
    public static byte[] nextLine(InputStream stdin) throws CommandFailedException {
        byte[] space = new byte[MOST_LINE];
        int length = 0;
        try {
            for (int next = stdin.read(); next >= 0 && next != '\n'; next = stdin.read()) {
                if (length == MOST_LINE) {
                    throw new CommandFailedException(
                            ExitCode.NO_FILE,
                            "standard input: the line has more than " + MOST_LINE + " bytes");
                }
                space[length++] = (byte) next;
            }
            if (length > 0 && space[length - 1] == '\r') {
                length--;
            }
            return Arrays.copyOf(space, length);
        } catch (IOException e) {
            throw new CommandFailedException(
                    ExitCode.NO_FILE, "standard input: cannot be read: " + e.getMessage(), e);
        } finally {
            wipe(space);
        }
    }

    /** What was typed, in UTF-8, as a peer will get it; the characters are wiped. */
    public static byte[] utf8(char[] typed) throws CommandFailedException {
        byte[] space = new byte[3 * typed.length];
        ByteBuffer encoded = ByteBuffer.wrap(space);
        CoderResult result =
                StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(typed), encoded, true);
        try {
            if (result.isError()) {
                throw new CommandFailedException(
                        ExitCode.FAILED, "the passcode has half a surrogate pair");
            }
            return Arrays.copyOf(space, encoded.position());
        } finally {
            wipe(space);
            wipe(typed);
        }
    }

    /** All bytes of a file, at most {@link #MOST_BYTES}. */
    public static byte[] bytes(Path file) throws CommandFailedException {
        try (InputStream in = Files.newInputStream(file)) {
            return bounded(in, file.toString());
        } catch (NoSuchFileException e) {
            throw new CommandFailedException(ExitCode.NO_FILE, file + ": no such file", e);
        } catch (IOException e) {
            throw new CommandFailedException(
                    ExitCode.NO_FILE, file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /** Overwrites a secret. */
    public static void wipe(byte[] secret) {
        Arrays.fill(secret, (byte) 0);
    }

    /** Overwrites a secret. */
    public static void wipe(char[] secret) {
        Arrays.fill(secret, '\0');
    }

    private static byte[] bounded(InputStream in, String name) throws CommandFailedException {
        // one array of our own, so that no copy stays behind that nobody wipes
        byte[] space = new byte[MOST_BYTES + 1];
        try {
            int length = in.readNBytes(space, 0, space.length);
            if (length > MOST_BYTES) {
                throw new CommandFailedException(
                        ExitCode.NO_FILE, name + ": more than " + MOST_BYTES + " bytes");
            }
            return Arrays.copyOf(space, length);
        } catch (IOException e) {
            throw new CommandFailedException(
                    ExitCode.NO_FILE, name + ": cannot be read: " + e.getMessage(), e);
        } finally {
            wipe(space);
        }
    }
}
