/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.otp.code;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The keyed hash of a time-based password (RFC 6238 §1.2); a counter-based one has SHA-1 only. */
public enum HmacAlgorithm {
    /** HMAC-SHA-1, which every authenticator knows. */
    SHA1("HmacSHA1", 20),
    /** HMAC-SHA-256. */
    SHA256("HmacSHA256", 32),
    /** HMAC-SHA-512. */
    SHA512("HmacSHA512", 64);

    private final String jca;
    private final int keyBytes;

    HmacAlgorithm(String jca, int keyBytes) {
        this.jca = jca;
        this.keyBytes = keyBytes;
    }

    /** As states and URIs name it, in lower case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The algorithm of that name, in any case of letters. */
    public static Optional<HmacAlgorithm> of(String id) {
        return Arrays.stream(values()).filter(a -> a.id().equalsIgnoreCase(id)).findFirst();
    }

    /** How long a new key is: as long as the hash (RFC 4226 §4 R6, RFC 6238 §5.1). */
    public int keyBytes() {
        return keyBytes;
    }

    byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(jca);
            mac.init(new SecretKeySpec(key, jca));
            return mac.doFinal(message);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every JDK has " + jca, e);
        }
    }
}
