/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.login;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A user name as sent and as directories are asked for it.
 *
 * @param raw as sent, blanks included
 * @param normalised in NFC, so that two spellings of one letter are one name
 */
record UserName(String raw, String normalised) {

    /**
     * Decodes UTF-8 strictly: nothing is replaced, trimmed or cut at a NUL. Empty if it is not
     * UTF-8.
     */
    static Optional<UserName> decode(byte[] utf8) {
        try {
            String raw =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
            return Optional.of(new UserName(raw, Normalizer.normalize(raw, Normalizer.Form.NFC)));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The first character that no name has: it would split log lines or turn them round. */
    static OptionalInt forbiddenCharacter(String name) {
        return name.codePoints().filter(UserName::forbidden).findFirst();
    }

    static boolean forbidden(int c) {
        int type = Character.getType(c);
        return Character.isISOControl(c)
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || bidiControl(c);
    }

    private static boolean bidiControl(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }
}
