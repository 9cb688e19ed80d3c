/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.kerberos;

import java.util.Arrays;
import org.apache.kerby.asn1.type.Asn1Type;
import org.apache.kerby.kerberos.kerb.KrbCodec;
import org.apache.kerby.kerberos.kerb.KrbException;
import org.apache.kerby.kerberos.kerb.crypto.EncryptionHandler;
import org.apache.kerby.kerberos.kerb.type.base.EncryptedData;
import org.apache.kerby.kerberos.kerb.type.base.EncryptionKey;
import org.apache.kerby.kerberos.kerb.type.base.KeyUsage;
import org.turnstile.api.kerberos.Der;
import org.turnstile.api.kerberos.KerberosTokenException;

/** Opens what is sealed with a key. */
final class Sealed {

    private Sealed() {}

    /**
     * Decrypts, checks the integrity and the whole structure, and only then decodes.
     *
     * @param tag of the value within, such as 63 for an EncTicketPart
     */
    static <T extends Asn1Type> T open(
            EncryptedData data, EncryptionKey key, KeyUsage usage, int tag, Class<T> type)
            throws RequestRefusedException {
        byte[] plain = decrypt(data, key, usage, type.getSimpleName());
        try {
            Der.check(tag, plain);
            return decode(plain, type);
        } catch (KerberosTokenException e) {
            throw KerberosError.KRB_ERR_GENERIC.because(
                    type.getSimpleName() + ": " + e.getMessage(), e);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    // Kerby answers odd bytes with unchecked exceptions too; all that they mean here is a refusal

    private static byte[] decrypt(
            EncryptedData data, EncryptionKey key, KeyUsage usage, String what)
            throws RequestRefusedException {
        try {
            return EncryptionHandler.decrypt(data, key, usage);
        } catch (KrbException | RuntimeException e) {
            throw KerberosError.KRB_AP_ERR_BAD_INTEGRITY.because(
                    what + ": is not sealed with the key that it should be", e);
        }
    }

    static <T extends Asn1Type> T decode(byte[] der, Class<T> type) throws RequestRefusedException {
        try {
            return KrbCodec.decode(der, type);
        } catch (KrbException | RuntimeException e) {
            throw KerberosError.KRB_ERR_GENERIC.because(
                    type.getSimpleName() + ": cannot be decoded", e);
        }
    }
}
