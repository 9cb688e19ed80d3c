/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.log;

/** A peer's text as it may stand in the log. */
public final class Shown {

    private Shown() {}

    /** The text with what would split a log entry, or turn it round, written as its code. */
    public static String text(String raw) {
        StringBuilder shown = new StringBuilder(raw.length());
        raw.codePoints()
                .forEach(
                        c -> {
                            if (misleads(c)) {
                                shown.append(String.format("\\u%04X", c));
                            } else {
                                shown.appendCodePoint(c);
                            }
                        });
        return shown.toString();
    }

    private static boolean misleads(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE ->
                    true;
            default -> false;
        };
    }
}
