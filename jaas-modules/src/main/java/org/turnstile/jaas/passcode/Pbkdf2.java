/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.passcode;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;

/**
 * PBKDF2 with HMAC-SHA256 (RFC 8018 §5.2), one block. The JDK's own takes characters; a passcode
 * comes as bytes, which need not be text and should not become a String.
 */
final class Pbkdf2 implements KeyDerivation {

    private static final byte[] FIRST_BLOCK = {0, 0, 0, 1};

    @Override
    public byte[] derive(byte[] passcode, byte[] salt, int rounds) {
        RawKey key = new RawKey(passcode);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(salt);
            mac.update(FIRST_BLOCK);
            byte[] u = mac.doFinal();
            byte[] sum = u.clone();
            for (int round = 1; round < rounds; round++) {
                mac.update(u);
                mac.doFinal(u, 0);
                for (int i = 0; i < sum.length; i++) {
                    sum[i] ^= u[i];
                }
            }
            Arrays.fill(u, (byte) 0);
            return sum;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256: every JDK has it", e);
        } finally {
            key.destroy();
        }
    }
}
