/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.passcode;

import java.io.Serial;
import java.util.Arrays;
import javax.crypto.SecretKey;

/** A key of HMAC over bytes that can be wiped; the JDK's own cannot. */
final class RawKey implements SecretKey {
    @Serial private static final long serialVersionUID = 1L;

    private final byte[] bytes;
    private boolean destroyed;

    RawKey(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    @Override
    public String getAlgorithm() {
        return "HmacSHA256";
    }

    @Override
    public String getFormat() {
        return "RAW";
    }

    @Override
    public byte[] getEncoded() {
        return bytes.clone();
    }

    @Override
    public void destroy() {
        Arrays.fill(bytes, (byte) 0);
        destroyed = true;
    }

    @Override
    public boolean isDestroyed() {
        return destroyed;
    }

    @Override
    public String toString() {
        return "key of " + getAlgorithm();
    }
}
