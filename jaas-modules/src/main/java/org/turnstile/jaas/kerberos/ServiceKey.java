/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.kerberos;

import java.security.MessageDigest;
import org.apache.kerby.kerberos.kerb.type.base.EncryptionKey;

/** One key of a keytab. Never prints it. */
final class ServiceKey {

    private final String principal;
    private final long kvno;
    private final Aes etype;
    private final byte[] key;

    /** Takes the array over. */
    ServiceKey(String principal, long kvno, Aes etype, byte[] key) {
        this.principal = principal;
        this.kvno = kvno;
        this.etype = etype;
        this.key = key;
    }

    String principal() {
        return principal;
    }

    long kvno() {
        return kvno;
    }

    Aes etype() {
        return etype;
    }

    EncryptionKey forKerby() {
        return new EncryptionKey(etype.code(), key.clone());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ServiceKey that
                && principal.equals(that.principal)
                && kvno == that.kvno
                && etype == that.etype
                && MessageDigest.isEqual(key, that.key);
    }

    @Override
    public int hashCode() {
        return principal.hashCode() + Long.hashCode(kvno);
    }

    @Override
    public String toString() {
        return principal + " kvno " + kvno + " " + etype.label();
    }
}
