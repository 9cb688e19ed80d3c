/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * Looks for a secret in a heap dump, as bytes or a compact string and as an array of characters.
 * The secret stays masked, so that the search itself puts none into the heap.
 */
final class HeapSearch {

    private final ByteBuffer dump;
    private final int mask;

    private HeapSearch(ByteBuffer dump, int mask) {
        this.dump = dump;
        this.mask = mask;
    }

    /** A search in this file for what is masked by this byte. */
    static HeapSearch in(Path file, int mask) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            return new HeapSearch(
                    channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()), mask);
        }
    }

    /** Whether the dump holds the secret. */
    boolean finds(byte[] masked) {
        return finds(masked, 1) || finds(masked, 2);
    }

    private boolean finds(byte[] masked, int width) {
        int first = masked[0] ^ mask;
        int last = dump.limit() - masked.length * width;
        for (int at = 0; at <= last; at++) {
            if (dump.get(at) == first && matches(masked, width, at)) {
                return true;
            }
        }
        return false;
    }

    private boolean matches(byte[] masked, int width, int at) {
        for (int i = 1; i < masked.length; i++) {
            if (dump.get(at + i * width) != (masked[i] ^ mask)) {
                return false;
            }
        }
        return true;
    }
}
