/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.agent;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A keytab of one key, which is all zero, field by field. */
final class KeytabBytes {

    private KeytabBytes() {}

    static Path write(Path file, String realm, String name) throws IOException {
        ByteArrayOutputStream entry = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(entry);
        out.writeShort(1); // components, without the realm
        out.writeUTF(realm);
        out.writeUTF(name);
        out.writeInt(1); // NT-PRINCIPAL
        out.writeInt(0); // time
        out.writeByte(1); // kvno
        out.writeShort(18); // aes256-cts-hmac-sha1-96
        out.writeShort(32); // length of the key
        out.write(new byte[32]);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        DataOutputStream keytab = new DataOutputStream(all);
        keytab.writeShort(0x0502); // version
        keytab.writeInt(entry.size());
        keytab.write(entry.toByteArray());
        return Files.write(file, all.toByteArray());
    }
}
