/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.access;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/**
 * For whom a rule speaks.
 *
 * @param kind what the name is of
 * @param name name of a user or role in NFC, 1 to {@value #MAX_NAME} bytes of UTF-8; empty for the
 *     anonymous caller
 */
public record AccessSubject(Kind kind, String name) {

    /** What a rule may speak for. */
    public enum Kind {
        /** The caller of that name. */
        USER("user", "u:"),
        /** Whoever has that role. */
        ROLE("role", "r:"),
        /** Whoever gave no name, or none that counts. */
        ANONYMOUS("anonymous", "anonymous");

        private final String word;
        private final String prefix;

        Kind(String word, String prefix) {
            this.word = word;
            this.prefix = prefix;
        }

        /** The word in a rule. */
        public String word() {
            return word;
        }
    }

    /** Most bytes of a name in UTF-8: no peer can use a longer one. */
    public static final int MAX_NAME = 256;

    /** The caller who gave no name. */
    public static final AccessSubject ANONYMOUS = new AccessSubject(Kind.ANONYMOUS, "");

    /**
     * Puts the name into NFC: two spellings of one letter are one name.
     *
     * @throws IllegalArgumentException if the name is empty, too long, or has control characters;
     *     or if the anonymous caller has one
     */
    public AccessSubject {
        name = Normalizer.normalize(name, Normalizer.Form.NFC);
        if (kind == Kind.ANONYMOUS) {
            if (!name.isEmpty()) {
                throw new IllegalArgumentException("anonymous: has no name, not '" + name + "'");
            }
        } else {
            RuleValue.check(kind.word, name, MAX_NAME);
            int length = name.getBytes(StandardCharsets.UTF_8).length;
            if (length > MAX_NAME) {
                throw new IllegalArgumentException(
                        kind.word + ": " + length + " bytes, at most " + MAX_NAME);
            }
        }
    }

    /** The caller of a name. */
    public static AccessSubject user(String name) {
        return new AccessSubject(Kind.USER, name);
    }

    /** Whoever has a role. */
    public static AccessSubject role(String name) {
        return new AccessSubject(Kind.ROLE, name);
    }

    /** In one text, as the database keeps it: {@code u:NAME}, {@code r:ROLE}, {@code anonymous}. */
    public String key() {
        return kind.prefix + name;
    }

    /**
     * The subject of a {@link #key}.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static AccessSubject ofKey(String key) {
        for (Kind kind : Kind.values()) {
            if (key.startsWith(kind.prefix)) {
                return new AccessSubject(kind, key.substring(kind.prefix.length()));
            }
        }
        throw new IllegalArgumentException("subject: '" + key + "' is none");
    }
}
