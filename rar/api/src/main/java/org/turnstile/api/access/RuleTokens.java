/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.access;

/**
 * The words, values and commas of one line. Between them stand spaces and tabs; a {@code #} where
 * one could begin starts a comment.
 */
final class RuleTokens {

    /** What a token is. */
    enum Type {
        WORD,
        QUOTED,
        COMMA,
        END
    }

    /**
     * A token.
     *
     * @param type what it is
     * @param text the word, or the value without its quotation marks
     * @param column where it begins, in characters from 1
     */
    record Token(Type type, String text, int column) {

        /** Whether it is this keyword; a value in quotation marks is none. */
        boolean is(String keyword) {
            return type == Type.WORD && text.equals(keyword);
        }

        boolean isValue() {
            return type == Type.WORD || type == Type.QUOTED;
        }

        /** For a message. */
        String found() {
            return switch (type) {
                case END -> "the end of the line";
                case COMMA -> "a comma";
                default -> "'" + text + "'";
            };
        }
    }

    private final int number;
    private final int[] line;
    private int at;

    RuleTokens(int number, String line) {
        this.number = number;
        this.line = line.codePoints().toArray();
    }

    Token next() throws AccessSyntaxException {
        while (at < line.length && isBlank(line[at])) {
            at++;
        }
        int column = at + 1;
        if (at == line.length || line[at] == '#') {
            return new Token(Type.END, "", column);
        }
        if (line[at] == ',') {
            at++;
            return new Token(Type.COMMA, ",", column);
        }
        return line[at] == '"' ? quoted(column) : word(column);
    }

    private Token word(int column) throws AccessSyntaxException {
        StringBuilder text = new StringBuilder();
        while (at < line.length && !isBlank(line[at]) && line[at] != ',') {
            if (!isOfWord(line[at])) {
                throw error(at + 1, name(line[at]) + " must stand in quotation marks");
            }
            text.appendCodePoint(line[at++]);
        }
        return new Token(Type.WORD, text.toString(), column);
    }

    private Token quoted(int column) throws AccessSyntaxException {
        StringBuilder text = new StringBuilder();
        at++;
        while (at < line.length) {
            int c = line[at++];
            if (c != '"') {
                text.appendCodePoint(c);
            } else if (at < line.length && line[at] == '"') {
                text.append('"');
                at++;
            } else {
                return closed(new Token(Type.QUOTED, text.toString(), column));
            }
        }
        throw error(column, "expects a closing quotation mark, finds the end of the line");
    }

    private Token closed(Token token) throws AccessSyntaxException {
        if (at < line.length && !isBlank(line[at]) && line[at] != ',') {
            throw error(
                    at + 1,
                    "expects a space, a comma or the end of the line after the quotation mark,"
                            + " finds "
                            + name(line[at]));
        }
        return token;
    }

    AccessSyntaxException error(int column, String problem) {
        return new AccessSyntaxException(number, column, problem);
    }

    private static boolean isBlank(int c) {
        return c == ' ' || c == '\t';
    }

    /**
     * Whether a value may have the character without quotation marks: it shows, and means nothing
     * else. Other spaces than ours, and signs that cannot be seen, look like what they are not.
     */
    static boolean isOfWord(int c) {
        return c != '"'
                && c != '#'
                && c != ','
                && !Character.isISOControl(c)
                && !Character.isSpaceChar(c)
                && !Character.isWhitespace(c)
                && Character.getType(c) != Character.FORMAT;
    }

    private static String name(int c) {
        boolean shows = c > ' ' && c < 0x7F;
        return shows ? "'" + Character.toString(c) + "'" : String.format("U+%04X", c);
    }
}
