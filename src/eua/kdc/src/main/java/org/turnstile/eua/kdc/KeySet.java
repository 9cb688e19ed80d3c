/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.kdc;

import java.security.MessageDigest;
import java.util.List;
import org.apache.kerby.kerberos.kerb.KrbException;
import org.apache.kerby.kerberos.kerb.common.EncryptionUtil;
import org.apache.kerby.kerberos.kerb.type.base.EncryptionKey;
import org.apache.kerby.kerberos.kerb.type.base.EncryptionType;

/**
 * One version of a principal's keys: one key of each encryption type, the strongest first.
 *
 * @param kvno number of the version, from 1
 * @param keys the keys, which carry the same number
 */
record KeySet(int kvno, List<EncryptionKey> keys) {
    /** RFC 3962 only; DES, 3DES and RC4 do not exist here. */
    static final List<EncryptionType> TYPES =
            List.of(EncryptionType.AES256_CTS_HMAC_SHA1_96, EncryptionType.AES128_CTS_HMAC_SHA1_96);

    KeySet {
        keys = List.copyOf(keys);
    }

    /** Keys that nobody can guess. */
    static KeySet random(int kvno) throws KrbException {
        return new KeySet(kvno, EncryptionUtil.generateKeys(TYPES, kvno));
    }

    /** Keys that follow from the principal's full name, which is the salt, and its passcode. */
    static KeySet of(String principal, char[] passcode, int kvno) throws KrbException {
        // Kerby derives keys from strings only
        return new KeySet(
                kvno, EncryptionUtil.generateKeys(principal, new String(passcode), TYPES, kvno));
    }

    /** Whether the keys are the same, of whatever version. */
    boolean hasKeysOf(KeySet other) {
        return MessageDigest.isEqual(strongest().getKeyData(), other.strongest().getKeyData());
    }

    EncryptionKey strongest() {
        return keys.get(0);
    }

    @Override
    public String toString() {
        return "KeySet[kvno=" + kvno + "]";
    }
}
