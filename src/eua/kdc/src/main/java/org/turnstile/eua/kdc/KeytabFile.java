/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.kdc;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kerby.kerberos.kerb.type.base.EncryptionKey;

/**
 * A keytab in the format that MIT, Heimdal and the JDK read: version 5.02, big endian, one entry
 * for each key of each version.
 */
final class KeytabFile {
    private static final int VERSION = 0x0502;
    private static final int NT_PRINCIPAL = 1;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);
    private final int timestamp;

    /**
     * @param timestamp what the entries say they were made at, in seconds since 1970
     */
    KeytabFile(int timestamp) throws IOException {
        this.timestamp = timestamp;
        out.writeShort(VERSION);
    }

    void add(Principal principal) throws IOException {
        add(principal.name(), principal.current());
        if (principal.previous().isPresent()) {
            add(principal.name(), principal.previous().get());
        }
    }

    private void add(String name, KeySet keys) throws IOException {
        for (EncryptionKey key : keys.keys()) {
            byte[] entry = entry(name, keys.kvno(), key);
            out.writeInt(entry.length);
            out.write(entry);
        }
    }

    private byte[] entry(String name, int kvno, EncryptionKey key) throws IOException {
        ByteArrayOutputStream entry = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(entry);
        int at = name.indexOf('@');
        List<String> components = List.of(name.substring(0, at).split("/", -1));
        fields.writeShort(components.size());
        counted(fields, name.substring(at + 1).getBytes(StandardCharsets.UTF_8));
        for (String component : components) {
            counted(fields, component.getBytes(StandardCharsets.UTF_8));
        }
        fields.writeInt(NT_PRINCIPAL);
        fields.writeInt(timestamp);
        // the low eight bits; the whole number follows at the end
        fields.writeByte(kvno);
        fields.writeShort(key.getKeyType().getValue());
        counted(fields, key.getKeyData());
        fields.writeInt(kvno);
        return entry.toByteArray();
    }

    private static void counted(DataOutputStream out, byte[] value) throws IOException {
        out.writeShort(value.length);
        out.write(value);
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }
}
