/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.testkit.dicom;

import java.util.Arrays;

/** One PDU as it came. */
public final class RawPdu {

    private final byte[] bytes;

    RawPdu(byte[] bytes) {
        this.bytes = bytes;
    }

    /** PDU type, the first byte. */
    public int type() {
        return bytes[0] & 0xFF;
    }

    /** The whole PDU with its six bytes of header. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** What follows the header. */
    public byte[] body() {
        return Arrays.copyOfRange(bytes, 6, bytes.length);
    }

    /** The whole PDU in hexadecimal. */
    public String hex() {
        return Hex.of(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
