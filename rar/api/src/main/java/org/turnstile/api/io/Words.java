/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.io;

/** Byte order. */
final class Words {

    private Words() {}

    /** Turns each whole word around, in place. */
    static void swap(byte[] bytes, int wordSize) {
        for (int at = 0; at + wordSize <= bytes.length; at += wordSize) {
            for (int i = 0; i < wordSize / 2; i++) {
                byte other = bytes[at + i];
                bytes[at + i] = bytes[at + wordSize - 1 - i];
                bytes[at + wordSize - 1 - i] = other;
            }
        }
    }
}
