/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.wildfly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.apache.kerby.kerberos.kerb.KrbException;
import org.apache.kerby.kerberos.kerb.common.EncryptionUtil;
import org.apache.kerby.kerberos.kerb.keytab.Keytab;
import org.apache.kerby.kerberos.kerb.keytab.KeytabEntry;
import org.apache.kerby.kerberos.kerb.type.KerberosTime;
import org.apache.kerby.kerberos.kerb.type.base.EncryptionKey;
import org.apache.kerby.kerberos.kerb.type.base.EncryptionType;
import org.apache.kerby.kerberos.kerb.type.base.PrincipalName;

/**
 * A service's key, which its KDC and its keytab share.
 *
 * @param service the principal, with its realm
 * @param kvno number of the key
 */
record HandmadeKey(String service, int kvno, EncryptionKey key) {

    /** A random key of AES-256. */
    static HandmadeKey random(String service, int kvno) {
        return new HandmadeKey(service, kvno, randomKey());
    }

    static EncryptionKey randomKey() {
        try {
            return EncryptionUtil.generateKeys(List.of(EncryptionType.AES256_CTS_HMAC_SHA1_96))
                    .get(0);
        } catch (KrbException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Replaces a keytab in one step by one of these keys. */
    static void write(Path keytab, HandmadeKey... keys) throws IOException {
        Keytab written = new Keytab();
        for (HandmadeKey each : keys) {
            written.addEntry(
                    new KeytabEntry(
                            new PrincipalName(each.service),
                            KerberosTime.now(),
                            each.kvno,
                            each.key));
        }
        Path draft = keytab.resolveSibling(keytab.getFileName() + ".new");
        written.store(draft.toFile());
        Files.move(draft, keytab, StandardCopyOption.ATOMIC_MOVE);
    }
}
