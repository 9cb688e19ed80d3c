/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.kerberos;

import java.io.ByteArrayOutputStream;

/** The structure of DER, before any meaning is looked at (X.690 §10). */
public final class Der {

    /** How deep values may stand in each other: messages of Kerberos need 9. */
    public static final int MAX_NESTING = 16;

    private static final int CONSTRUCTED = 0x20;

    private Der() {}

    /**
     * Returns if the whole array is one value with that tag, of definite and shortest lengths that
     * fit into each other, nested at most {@link #MAX_NESTING} deep. A decoder that trusts lengths
     * or recurses can be given it then.
     *
     * @param tag identifier octet, such as 6E for an AP-REQ
     * @param der the value
     * @throws KerberosTokenException if not
     */
    public static void check(int tag, byte[] der) throws KerberosTokenException {
        check(tag, new DerReader(der));
    }

    static void check(int tag, DerReader reader) throws KerberosTokenException {
        String name = "%02X".formatted(tag);
        walk(reader.enter(tag, "the message"), tag, 1);
        reader.end(name);
    }

    private static void walk(DerReader content, int tag, int depth) throws KerberosTokenException {
        if ((tag & CONSTRUCTED) == 0) {
            return;
        }
        if (depth > MAX_NESTING) {
            throw content.fault("nested more than %d deep".formatted(MAX_NESTING));
        }
        while (content.hasMore()) {
            int inner = content.tag();
            walk(content.next("a value"), inner, depth + 1);
        }
    }

    static byte[] value(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream value = new ByteArrayOutputStream(content.size() + 6);
        value.write(tag);
        writeLength(value, content.size());
        value.writeBytes(content.toByteArray());
        return value.toByteArray();
    }

    private static void writeLength(ByteArrayOutputStream out, int length) {
        if (length < 0x80) {
            out.write(length);
            return;
        }
        int count = (Integer.SIZE - Integer.numberOfLeadingZeros(length) + 7) / 8;
        out.write(0x80 | count);
        for (int i = count - 1; i >= 0; i--) {
            out.write(length >>> (8 * i));
        }
    }
}
