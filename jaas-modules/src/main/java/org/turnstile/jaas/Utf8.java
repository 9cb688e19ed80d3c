/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.security.auth.login.FailedLoginException;

/** Passcodes between bytes and characters, without a String and without a copy left behind. */
final class Utf8 {

    private static final int MOST_BYTES_PER_CHAR = 3;

    private Utf8() {}

    static byte[] encode(char[] chars) throws FailedLoginException {
        byte[] room = new byte[chars.length * MOST_BYTES_PER_CHAR];
        ByteBuffer bytes = ByteBuffer.wrap(room);
        CoderResult result =
                StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(chars), bytes, true);
        byte[] exact = Arrays.copyOf(room, bytes.position());
        Arrays.fill(room, (byte) 0);
        check(result);
        return exact;
    }

    static char[] decode(byte[] bytes) throws FailedLoginException {
        char[] room = new char[bytes.length];
        CharBuffer chars = CharBuffer.wrap(room);
        CoderResult result =
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), chars, true);
        char[] exact = Arrays.copyOf(room, chars.position());
        Arrays.fill(room, '\0');
        check(result);
        return exact;
    }

    private static void check(CoderResult result) throws FailedLoginException {
        if (result.isError()) {
            throw new FailedLoginException("the passcode is not UTF-8");
        }
    }
}
