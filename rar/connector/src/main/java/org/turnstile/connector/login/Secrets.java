/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.login;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.turnstile.dicom.pdu.UserIdentityRq;

/** Copies of what the peer sent, for one login; closing wipes them. */
final class Secrets implements AutoCloseable {

    /** An excerpt of a token shorter than this is of no use to anybody. */
    private static final int TELLTALE = 40;

    private final byte[] primary;
    private final byte[] secondary;
    private final char[] passcode;
    private final boolean token;

    private Secrets(byte[] primary, byte[] secondary, boolean token) {
        this.primary = primary;
        this.secondary = secondary;
        this.passcode = decode(secondary).orElseGet(() -> new char[0]);
        this.token = token;
    }

    /**
     * Copies both fields.
     *
     * @param token whether the primary field is a secret, not a name
     */
    static Secrets of(UserIdentityRq rq, boolean token) {
        return new Secrets(rq.primary().clone(), rq.secondary().clone(), token);
    }

    static boolean isUtf8(byte[] bytes) {
        Optional<char[]> chars = decode(bytes);
        chars.ifPresent(c -> Arrays.fill(c, '\0'));
        return chars.isPresent();
    }

    /** Decodes strictly, into no other buffer than the result and one that is cleared. */
    private static Optional<char[]> decode(byte[] utf8) {
        CharBuffer buffer = CharBuffer.allocate(utf8.length);
        CoderResult result =
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8), buffer, true);
        char[] chars = Arrays.copyOf(buffer.array(), buffer.position());
        Arrays.fill(buffer.array(), '\0');
        return result.isError() ? Optional.empty() : Optional.of(chars);
    }

    byte[] primary() {
        return primary;
    }

    byte[] secondary() {
        return secondary;
    }

    char[] passcode() {
        return passcode;
    }

    /** Whether a text gives away the passcode, or a telling piece of a token. */
    boolean shownIn(String text) {
        if (passcode.length > 0 && text.contains(CharBuffer.wrap(passcode))) {
            return true;
        }
        return token && tokenShownIn(text);
    }

    private boolean tokenShownIn(String text) {
        int length = Math.min(TELLTALE, primary.length);
        for (int at = 0; at + length <= text.length(); at++) {
            if (primaryHolds(text, at, length)) {
                return true;
            }
        }
        return false;
    }

    private boolean primaryHolds(String text, int at, int length) {
        for (int start = 0; start + length <= primary.length; start++) {
            int same = 0;
            while (same < length && (primary[start + same] & 0xFF) == text.charAt(at + same)) {
                same++;
            }
            if (same == length) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        Arrays.fill(primary, (byte) 0);
        Arrays.fill(secondary, (byte) 0);
        Arrays.fill(passcode, '\0');
    }
}
