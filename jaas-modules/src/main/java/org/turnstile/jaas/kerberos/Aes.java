/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.kerberos;

import java.util.Arrays;
import java.util.Optional;
import org.apache.kerby.kerberos.kerb.type.base.EncryptedData;
import org.apache.kerby.kerberos.kerb.type.base.EncryptionKey;
import org.apache.kerby.kerberos.kerb.type.base.EncryptionType;

/** The encryption types that are taken at all (RFC 3962 §7): RC4 and DES prove nothing today. */
enum Aes {
    AES256(18, 32, "aes256-cts-hmac-sha1-96"),
    AES128(17, 16, "aes128-cts-hmac-sha1-96");

    private final int code;
    private final int keyBytes;
    private final String label;

    Aes(int code, int keyBytes, String label) {
        this.code = code;
        this.keyBytes = keyBytes;
        this.label = label;
    }

    static Optional<Aes> of(int code) {
        return Arrays.stream(values()).filter(etype -> etype.code == code).findFirst();
    }

    static Optional<Aes> of(String label) {
        return Arrays.stream(values()).filter(etype -> etype.label.equals(label)).findFirst();
    }

    static Optional<Aes> of(EncryptedData data) {
        return data == null ? Optional.empty() : of(data.getEType());
    }

    private static Optional<Aes> of(EncryptionType type) {
        return type == null ? Optional.empty() : of(type.getValue());
    }

    /** The type of a key that has the length it needs. */
    static Optional<Aes> of(EncryptionKey key) {
        return key == null || key.getKeyData() == null
                ? Optional.empty()
                : of(key.getKeyType()).filter(etype -> etype.fits(key.getKeyData().length));
    }

    boolean fits(int bytes) {
        return bytes == keyBytes;
    }

    int code() {
        return code;
    }

    String label() {
        return label;
    }
}
