/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.kdc;

import org.apache.kerby.kerberos.kerb.KrbErrorCode;

/**
 * Looks at the frame of a DER message before it is decoded: the decoder follows lengths and nesting
 * wherever they lead.
 */
final class DerShape {
    private static final int DEEPEST = 32;
    private static final int CONSTRUCTED = 0x20;
    private static final int LONG_TAG = 0x1F;

    private final byte[] bytes;

    private DerShape(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * @throws Refusal the lengths are not definite, lead out of the message, leave bytes over or
     *     nest deeper than 32 levels
     */
    static void check(byte[] message) throws Refusal {
        DerShape shape = new DerShape(message);
        if (message.length == 0 || shape.element(0, message.length, 1) != message.length) {
            throw malformed();
        }
    }

    private int element(int at, int end, int depth) throws Refusal {
        if (depth > DEEPEST || end - at < 2 || (bytes[at] & LONG_TAG) == LONG_TAG) {
            throw malformed();
        }
        int first = bytes[at + 1] & 0xFF;
        int octets = first < 0x80 ? 0 : first - 0x80;
        int content = at + 2 + octets;
        if (first == 0x80 || octets > 3 || content > end) {
            throw malformed();
        }
        int length = octets == 0 ? first : number(at + 2, octets);
        if (length > end - content) {
            throw malformed();
        }
        int next = content + length;
        if ((bytes[at] & CONSTRUCTED) != 0) {
            for (int inner = content; inner < next; ) {
                inner = element(inner, next, depth + 1);
            }
        }
        return next;
    }

    private int number(int at, int octets) {
        int value = 0;
        for (int i = at; i < at + octets; i++) {
            value = (value << 8) | (bytes[i] & 0xFF);
        }
        return value;
    }

    private static Refusal malformed() {
        return new Refusal(KrbErrorCode.KRB_ERR_GENERIC);
    }
}
