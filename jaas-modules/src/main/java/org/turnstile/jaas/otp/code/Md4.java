/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.otp.code;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * MD4 (RFC 1320), which the JDK does not offer. Broken as a hash; RFC 2289 still lists it, and
 * chains made with it are taken only where an option says so.
 */
final class Md4 {

    private static final int BLOCK = 64;
    private static final int LENGTH_FIELD = 8;
    private static final int[] START = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476};

    /** What is added in each round: nothing, the root of 2, the root of 3. */
    private static final int[] ADDED = {0, 0x5a827999, 0x6ed9eba1};

    private static final int[][] SHIFTS = {{3, 7, 11, 19}, {3, 5, 9, 13}, {3, 9, 11, 15}};

    private static final int[][] ORDER = {
        {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
        {0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15},
        {0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15}
    };

    private Md4() {}

    /** The 16 bytes of the digest. */
    static byte[] digest(byte[] message) {
        byte[] padded = padded(message);
        ByteBuffer in = ByteBuffer.wrap(padded).order(ByteOrder.LITTLE_ENDIAN);
        int[] state = START.clone();
        int[] words = new int[BLOCK / Integer.BYTES];
        while (in.hasRemaining()) {
            for (int i = 0; i < words.length; i++) {
                words[i] = in.getInt();
            }
            add(state, words);
        }
        Arrays.fill(padded, (byte) 0);
        Arrays.fill(words, 0);
        ByteBuffer digest = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        for (int word : state) {
            digest.putInt(word);
        }
        return digest.array();
    }

    private static byte[] padded(byte[] message) {
        int blocks = (message.length + 1 + LENGTH_FIELD + BLOCK - 1) / BLOCK;
        byte[] padded = Arrays.copyOf(message, blocks * BLOCK);
        padded[message.length] = (byte) 0x80;
        ByteBuffer.wrap(padded)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(padded.length - LENGTH_FIELD, message.length * 8L);
        return padded;
    }

    private static void add(int[] state, int[] words) {
        int a = state[0];
        int b = state[1];
        int c = state[2];
        int d = state[3];
        for (int round = 0; round < ORDER.length; round++) {
            for (int i = 0; i < words.length; i++) {
                int sum = a + mix(round, b, c, d) + words[ORDER[round][i]] + ADDED[round];
                a = d;
                d = c;
                c = b;
                b = Integer.rotateLeft(sum, SHIFTS[round][i % 4]);
            }
        }
        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
    }

    private static int mix(int round, int x, int y, int z) {
        return switch (round) {
            case 0 -> (x & y) | (~x & z);
            case 1 -> (x & y) | (x & z) | (y & z);
            default -> x ^ y ^ z;
        };
    }
}
