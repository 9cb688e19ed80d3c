/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.kdc;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Wraps keys for a file: AES-256 in GCM, each bound to whose key it is. */
final class KeyWrap {
    /** Octets of the key that wraps. */
    static final int KEY_LENGTH = 32;

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_LENGTH = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    KeyWrap(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /**
     * @param owner whose key it is: without the same, it is not unwrapped
     */
    String wrap(byte[] plain, String owner) throws GeneralSecurityException {
        byte[] nonce = new byte[NONCE_LENGTH];
        random.nextBytes(nonce);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, owner).doFinal(plain);
        byte[] wrapped = Arrays.copyOf(nonce, NONCE_LENGTH + sealed.length);
        System.arraycopy(sealed, 0, wrapped, NONCE_LENGTH, sealed.length);
        return Base64.getEncoder().encodeToString(wrapped);
    }

    /**
     * @throws GeneralSecurityException it was changed, or is of another owner or key
     * @throws IllegalArgumentException it is not base64, or too short
     */
    byte[] unwrap(String text, String owner) throws GeneralSecurityException {
        byte[] wrapped = Base64.getDecoder().decode(text);
        if (wrapped.length <= NONCE_LENGTH) {
            throw new IllegalArgumentException("too short");
        }
        byte[] nonce = Arrays.copyOf(wrapped, NONCE_LENGTH);
        return cipher(Cipher.DECRYPT_MODE, nonce, owner)
                .doFinal(wrapped, NONCE_LENGTH, wrapped.length - NONCE_LENGTH);
    }

    private Cipher cipher(int mode, byte[] nonce, String owner) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
