/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.otp;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/** A passcode of digits as it was sent; spaces, as tokens show them, do not count. */
final class Digits {

    private static final int MOST = 16;

    private final byte[] sent;

    Digits(byte[] passcode) {
        byte[] kept = new byte[Math.min(passcode.length, MOST)];
        int length = 0;
        for (byte b : passcode) {
            if (b != ' ' && length < kept.length) {
                kept[length++] = b;
            }
        }
        sent = Arrays.copyOf(kept, length);
        Arrays.fill(kept, (byte) 0);
    }

    /** Compares in constant time. */
    boolean are(String password) {
        return MessageDigest.isEqual(sent, password.getBytes(StandardCharsets.US_ASCII));
    }
}
