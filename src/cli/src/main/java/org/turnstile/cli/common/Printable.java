/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.common;

/** Makes text of others, such as a peer's Error Comment, fit for a terminal. */
public final class Printable {

    private Printable() {}

    /** The text with a question mark for each control character: it could command the terminal. */
    public static String of(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.chars().forEach(c -> safe.append(Character.isISOControl(c) ? '?' : (char) c));
        return safe.toString();
    }
}
