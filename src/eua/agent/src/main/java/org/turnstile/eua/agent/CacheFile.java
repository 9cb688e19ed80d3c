/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.agent;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a credential cache file says of itself: whose it is, and how long its ticket-granting ticket
 * lasts. Reads MIT's versions 3 and 4 (the JDK reads the tickets); keeps no key.
 *
 * @param principal the cache's default principal
 * @param ticketGrantingTicketEnds end of the ticket for {@code krbtgt/REALM@REALM}; empty if there
 *     is none
 */
record CacheFile(String principal, Optional<Instant> ticketGrantingTicketEnds) {

    /** Most bytes of a cache. */
    static final int MOST_BYTES = 4 * 1024 * 1024;

    private static final int VERSION_3 = 0x0503;
    private static final int VERSION_4 = 0x0504;
    private static final int MOST_COMPONENTS = 16;

    /**
     * Reads a file.
     *
     * @throws IOException if it is no credential cache, or cut off
     */
    static CacheFile read(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException("more than " + MOST_BYTES + " bytes");
        }
        byte[] all = Files.readAllBytes(file);
        try {
            return read(ByteBuffer.wrap(all));
        } catch (BufferUnderflowException e) {
            throw new IOException("cut off, after " + all.length + " bytes", e);
        } finally {
            Arrays.fill(all, (byte) 0); // session keys
        }
    }

    /** Reads bytes; those that are cut off end in a {@link BufferUnderflowException}. */
    static CacheFile read(ByteBuffer in) throws IOException {
        int version = Short.toUnsignedInt(in.getShort());
        if (version != VERSION_3 && version != VERSION_4) {
            throw new IOException(
                    String.format("no credential cache: it begins with %04XH", version));
        }
        if (version == VERSION_4) {
            skip(in, Short.toUnsignedInt(in.getShort())); // header: the KDC's clock
        }
        String principal = principal(in);
        String realm = principal.substring(principal.lastIndexOf('@') + 1);
        String server = "krbtgt/" + realm + "@" + realm;
        Optional<Instant> end = Optional.empty();
        while (in.hasRemaining()) {
            end = later(end, ends(in, version, server));
        }
        return new CacheFile(principal, end);
    }

    /** Reads one ticket: its end, if it is for this server. */
    private static Optional<Instant> ends(ByteBuffer in, int version, String wanted)
            throws IOException {
        principal(in); // client
        String server = principal(in);
        skip(in, version == VERSION_3 ? 4 : 2); // etype of the session key; version 3 has it twice
        block(in); // session key
        skip(in, 8); // authtime, starttime
        Instant end = Instant.ofEpochSecond(Integer.toUnsignedLong(in.getInt()));
        skip(in, 4 + 1 + 4); // renew-till, is_skey, ticket flags
        typedBlocks(in); // addresses
        typedBlocks(in); // authorization data
        block(in); // ticket
        block(in); // second ticket
        return server.equals(wanted) ? Optional.of(end) : Optional.empty();
    }

    private static String principal(ByteBuffer in) throws IOException {
        skip(in, 4); // name type
        int components = in.getInt();
        if (components < 0 || components > MOST_COMPONENTS) {
            throw new IOException(
                    "a principal of " + Integer.toUnsignedLong(components) + " components");
        }
        String realm = text(in);
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < components; i++) {
            name.append(i == 0 ? "" : "/").append(text(in));
        }
        return name.append('@').append(realm).toString();
    }

    private static String text(ByteBuffer in) throws IOException {
        ByteBuffer bytes = block(in);
        return StandardCharsets.UTF_8.decode(bytes).toString();
    }

    /** A length of four bytes, and so many bytes. */
    private static ByteBuffer block(ByteBuffer in) throws IOException {
        int start = in.position() + Integer.BYTES;
        int length = in.getInt();
        skip(in, length);
        return in.duplicate().position(start).limit(start + length);
    }

    /** A count, and so many blocks with a type of two bytes before each. */
    private static void typedBlocks(ByteBuffer in) throws IOException {
        int count = in.getInt();
        for (int i = 0; i != count; i++) {
            skip(in, 2);
            block(in);
        }
    }

    private static void skip(ByteBuffer in, int length) throws IOException {
        if (length < 0 || length > in.remaining()) {
            throw new IOException(
                    "a length of "
                            + Integer.toUnsignedLong(length)
                            + " where "
                            + in.remaining()
                            + " bytes are left");
        }
        in.position(in.position() + length);
    }

    private static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        return one.get().isAfter(other.get()) ? one : other;
    }
}
