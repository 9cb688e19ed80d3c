/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.kerberos;

import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads a keytab, version 2, as {@code ktutil}, {@code kadmin}, {@code ktpass} and {@code msktutil}
 * write it: 05 02, then entries behind their sizes; a negative size is a hole.
 */
final class KeytabFormat {

    /** Some 10,000 keys. */
    static final int MAX_BYTES = 1024 * 1024;

    private static final int VERSION = 0x0502;

    private final Path path;
    private final List<ServiceKey> keys = new ArrayList<>();
    private int unused;

    private KeytabFormat(Path path) {
        this.path = path;
    }

    /**
     * Reads a file.
     *
     * @throws IOException if it cannot be read or is no keytab; never quotes a byte of it
     */
    static Keytab read(Path path) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(path)) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        } catch (AccessDeniedException e) {
            throw new IOException(path + " may not be read by this process", e);
        }
        try {
            return new KeytabFormat(path).parse(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private Keytab parse(byte[] bytes) throws IOException {
        if (bytes.length > MAX_BYTES) {
            throw new IOException(path + " has more than " + MAX_BYTES + " bytes");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (in.remaining() < 2 || Short.toUnsignedInt(in.getShort()) != VERSION) {
            throw new IOException(path + " is no keytab of version 2: it does not begin with 0502");
        }
        int size = nextSize(in);
        while (size != 0) {
            int at = in.position();
            if (size > 0) {
                entry(in.slice(at, size), at);
            }
            in.position(at + Math.abs(size));
            size = nextSize(in);
        }
        return new Keytab(keys, unused);
    }

    private int nextSize(ByteBuffer in) throws IOException {
        if (!in.hasRemaining()) {
            return 0;
        }
        int at = in.position();
        int size = in.remaining() < Integer.BYTES ? Integer.MIN_VALUE : in.getInt();
        if (size == Integer.MIN_VALUE || Math.abs(size) > in.remaining()) {
            throw new IOException(path + ", byte " + at + ": the file ends within this entry");
        }
        return size;
    }

    private void entry(ByteBuffer in, int at) throws IOException {
        try {
            int components = Short.toUnsignedInt(in.getShort());
            String realm = text(in);
            List<String> parts = new ArrayList<>();
            for (int i = 0; i < components; i++) {
                parts.add(text(in));
            }
            in.position(in.position() + 2 * Integer.BYTES); // type of the name, time
            key(in, String.join("/", parts) + "@" + realm);
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new IOException(path + ", byte " + at + ": lengths do not fit this entry", e);
        }
    }

    private void key(ByteBuffer in, String principal) {
        long kvno = Byte.toUnsignedLong(in.get());
        Optional<Aes> etype = Aes.of(Short.toUnsignedInt(in.getShort()));
        byte[] key = bytes(in);
        if (in.remaining() >= Integer.BYTES) {
            long wide = Integer.toUnsignedLong(in.getInt());
            kvno = wide == 0 ? kvno : wide;
        }
        if (etype.isPresent() && etype.get().fits(key.length)) {
            keys.add(new ServiceKey(principal, kvno, etype.get(), key));
        } else {
            unused++;
        }
    }

    private static String text(ByteBuffer in) {
        return new String(bytes(in), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(ByteBuffer in) {
        int length = Short.toUnsignedInt(in.getShort());
        if (length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }
}
