/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.kerberos;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kerby.kerberos.kerb.type.base.EncryptionKey;

/** A keytab of version 2, written byte by byte as MIT's documentation of the format says. */
final class KeytabBytes {

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();

    KeytabBytes() {
        file.writeBytes(new byte[] {5, 2});
    }

    /** An entry with a key version of 32 bits behind the one of 8. */
    KeytabBytes entry(String service, String realm, int kvno, EncryptionKey key) {
        return entry(service, realm, kvno, key.getKeyType().getValue(), key.getKeyData(), true);
    }

    KeytabBytes entry(
            String service, String realm, int kvno, int etype, byte[] key, boolean wideKvno) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            String[] parts = service.split("/");
            out.writeShort(parts.length);
            text(out, realm);
            for (String part : parts) {
                text(out, part);
            }
            out.writeInt(1); // type of the name: NT-PRINCIPAL
            out.writeInt(1_700_000_000); // time of the entry
            out.writeByte(kvno);
            out.writeShort(etype);
            out.writeShort(key.length);
            out.write(key);
            if (wideKvno) {
                out.writeInt(kvno);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return sized(bytes.size(), bytes.toByteArray());
    }

    /** What {@code ktutil delent} leaves: a negative size, and old bytes. */
    KeytabBytes hole(int size) {
        return sized(-size, new byte[size]);
    }

    KeytabBytes sized(int size, byte[] bytes) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            file.write(size >>> shift);
        }
        file.writeBytes(bytes);
        return this;
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeShort(bytes.length);
        out.write(bytes);
    }

    byte[] bytes() {
        return file.toByteArray();
    }

    Path writeTo(Path path) throws IOException {
        return Files.write(path, bytes());
    }
}
