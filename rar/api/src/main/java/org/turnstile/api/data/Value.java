/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Objects;

/** An element whose value is bytes, kept in little endian order whatever they came in. */
public final class Value implements DataElement {

    private final int tag;
    private final VR vr;
    private final byte[] bytes;

    private Value(int tag, VR vr, byte[] bytes) {
        this.tag = tag;
        this.vr = Objects.requireNonNull(vr, "vr");
        this.bytes = bytes;
        if (vr == VR.SQ) {
            throw new IllegalArgumentException("vr: the value of SQ is not bytes");
        }
    }

    /** With a copy of the bytes. */
    public static Value of(int tag, VR vr, byte[] bytes) {
        return new Value(tag, vr, bytes.clone());
    }

    /** Around the bytes themselves, which nobody may change from now on. */
    public static Value wrap(int tag, VR vr, byte[] bytes) {
        return new Value(tag, vr, bytes);
    }

    @Override
    public int tag() {
        return tag;
    }

    @Override
    public VR vr() {
        return vr;
    }

    @Override
    public boolean isEmpty() {
        return bytes.length == 0;
    }

    /** Number of bytes. */
    public int length() {
        return bytes.length;
    }

    /** The bytes, read-only, in little endian order. */
    public ByteBuffer buffer() {
        return ByteBuffer.wrap(bytes).asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The bytes without a copy; for this package, which does not change them. */
    byte[] array() {
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Value that
                && tag == that.tag
                && vr == that.vr
                && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * tag + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return Tags.toString(tag) + " " + vr + " of " + bytes.length + " bytes";
    }
}
