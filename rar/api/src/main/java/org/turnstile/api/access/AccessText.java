/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.access;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The text of a file {@code access}: UTF-8, one rule a line, lines end with LF or CR LF. Rules are
 * read one by one as they are asked for, so that a large file takes no more room than its bytes.
 */
public final class AccessText {

    /** Takes the rules of a text. */
    @FunctionalInterface
    public interface RuleVisitor<X extends Exception> {
        /**
         * One rule.
         *
         * @param line its line, from 1
         */
        void rule(int line, AccessRule rule) throws X;
    }

    /** Takes all lines of a text. */
    @FunctionalInterface
    public interface LineVisitor<X extends Exception> {
        /**
         * One line.
         *
         * @param number from 1
         * @param text the line without its end
         * @param rule the rule; empty for a blank line or a comment
         */
        void line(int number, String text, Optional<AccessRule> rule) throws X;
    }

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final byte[] bytes;
    private final AccessLimits limits;

    /** A text as it stands in the file. The array is not copied. */
    public AccessText(byte[] bytes, AccessLimits limits) {
        this.bytes = bytes;
        this.limits = limits;
    }

    /**
     * Reads a file; looks at nothing but its length yet.
     *
     * @throws IOException if it cannot be read, is no regular file or is too large
     */
    public static AccessText read(Path file, AccessLimits limits) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + (Files.exists(file) ? " is no file" : " does not exist"));
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(limits.bytes());
            if (in.read() >= 0) {
                throw new IOException(file + " has more than " + limits.bytes() + " bytes");
            }
            return new AccessText(bytes, limits);
        }
    }

    /**
     * Shows all rules, in their order.
     *
     * @throws AccessSyntaxException at the first error; the rules before it have been shown
     */
    public <X extends Exception> void rules(RuleVisitor<X> visitor)
            throws AccessSyntaxException, X {
        lines(
                (number, text, rule) -> {
                    if (rule.isPresent()) {
                        visitor.rule(number, rule.get());
                    }
                });
    }

    /**
     * Shows all lines, in their order.
     *
     * @throws AccessSyntaxException at the first error; the lines before it have been shown
     */
    public <X extends Exception> void lines(LineVisitor<X> visitor)
            throws AccessSyntaxException, X {
        int rules = 0;
        int number = 0;
        int start = 0;
        while (start < bytes.length) {
            int end = lineEnd(start);
            String line = decode(++number, start, withoutReturn(start, end));
            Optional<AccessRule> rule = RuleParser.parse(number, line);
            if (rule.isPresent() && ++rules > limits.rules()) {
                throw new AccessSyntaxException(
                        number, 1, "more than " + limits.rules() + " rules");
            }
            visitor.line(number, line, rule);
            start = end + 1;
        }
    }

    /** SHA-256 of the bytes in hexadecimal digits: whether two texts are the same. */
    public String digest() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private int lineEnd(int start) {
        int end = start;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        return end;
    }

    private int withoutReturn(int start, int end) {
        return end > start && bytes[end - 1] == '\r' ? end - 1 : end;
    }

    private String decode(int number, int start, int end) throws AccessSyntaxException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer text = CharBuffer.allocate(Math.min(end - start, limits.line()));
        ByteBuffer in = ByteBuffer.wrap(bytes, start, end - start);
        CoderResult result = decoder.decode(in, text, true);
        text.flip();
        int column = text.codePoints().toArray().length + 1;
        if (result.isError()) {
            throw new AccessSyntaxException(number, column, "not UTF-8");
        }
        if (result.isOverflow()) {
            throw new AccessSyntaxException(
                    number, column, "longer than " + limits.line() + " characters");
        }
        if (number == 1 && text.length() > 0 && text.charAt(0) == BYTE_ORDER_MARK) {
            throw new AccessSyntaxException(
                    1, 1, "begins with a byte order mark; save the file as UTF-8 without one");
        }
        return text.toString();
    }
}
