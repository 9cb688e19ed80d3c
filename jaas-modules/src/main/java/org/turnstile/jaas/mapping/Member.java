/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.mapping;

import org.turnstile.jaas.file.PercentCode;

/** Who is meant by a line of the roles file, of the deny file or a row of the roles table. */
sealed interface Member {

    /** How every caller is written. */
    String EVERYONE = "everyone";

    /** The caller of this name. */
    record Caller(String name) implements Member {}

    /** Every caller with a group principal of this name. */
    record Group(String name) implements Member {}

    /** Every caller. */
    record Everyone() implements Member {}

    /**
     * Reads {@code user:NAME}, {@code group:NAME} or {@code everyone}.
     *
     * @throws IllegalArgumentException if it is none of them, or the name is no name
     */
    static Member parse(String text) {
        String name = text.substring(nameStart(text));
        if (text.equals(EVERYONE)) {
            return new Everyone();
        }
        if (text.startsWith("user:")) {
            return new Caller(PercentCode.decode(name));
        }
        if (text.startsWith("group:")) {
            return new Group(PercentCode.decode(name));
        }
        throw new IllegalArgumentException(
                "'" + text + "' is neither user:NAME nor group:NAME nor " + EVERYONE);
    }

    /** Where the name begins, for messages. */
    static int nameStart(String text) {
        int start =
                text.startsWith("user:") || text.startsWith("group:") ? text.indexOf(':') + 1 : 0;
        while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        return start;
    }
}
