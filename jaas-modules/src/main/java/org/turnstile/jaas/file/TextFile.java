/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a UTF-8 text file. Line ends are LF or CR LF; the last line may lack one.
 *
 * @param path where it is
 * @param lines its lines without their ends; the first has number 1
 */
public record TextFile(Path path, List<String> lines) {

    /** Most bytes that are read of any file: 16 MiB, some 100,000 users. */
    public static final int MAX_BYTES = 16 * 1024 * 1024;

    /** Most characters of a line. */
    public static final int MAX_LINE = 65_536;

    /** Keeps a copy of the lines. */
    public TextFile {
        lines = List.copyOf(lines);
    }

    /**
     * Reads a file.
     *
     * @throws FileSyntaxException if a line is too long or not UTF-8
     * @throws IOException if the file cannot be read, is no regular file or is too large
     */
    public static TextFile read(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new IOException(path + (Files.exists(path) ? " is no file" : " does not exist"));
        }
        byte[] bytes;
        try (InputStream in = Files.newInputStream(path)) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        } catch (AccessDeniedException e) {
            throw new IOException(path + " may not be read by this process", e);
        }
        if (bytes.length > MAX_BYTES) {
            throw new IOException(path + " has more than " + MAX_BYTES + " bytes");
        }
        return parse(path, bytes);
    }

    private static TextFile parse(Path path, byte[] bytes) throws FileSyntaxException {
        List<String> lines = new ArrayList<>();
        int start = 0;
        while (start < bytes.length) {
            int end = start;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            boolean carriageReturn = end > start && bytes[end - 1] == '\r';
            int length = end - start - (carriageReturn ? 1 : 0);
            lines.add(decode(path, lines.size() + 1, ByteBuffer.wrap(bytes, start, length)));
            start = end + 1;
        }
        return new TextFile(path, lines);
    }

    private static String decode(Path path, int number, ByteBuffer line)
            throws FileSyntaxException {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(line).toString();
            if (text.length() > MAX_LINE) {
                throw new FileSyntaxException(
                        path, number, MAX_LINE + 1, "longer than " + MAX_LINE + " characters");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw new FileSyntaxException(path, number, 1, "not UTF-8");
        }
    }

    /** Whether a line says nothing: blank, or a comment that begins with {@code #}. */
    public static boolean isComment(String line) {
        return line.isBlank() || line.stripLeading().startsWith("#");
    }

    /** An error in this file. */
    public FileSyntaxException error(int line, int column, String problem) {
        return new FileSyntaxException(path, line, column, problem);
    }
}
