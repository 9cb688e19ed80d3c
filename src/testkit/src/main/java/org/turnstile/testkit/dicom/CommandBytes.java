/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.testkit.dicom;

/** A command set (PS3.7 §6.3.1): group 0000 in Implicit VR Little Endian, its length first. */
public final class CommandBytes {

    private final ByteWriter elements = new ByteWriter();

    /** Adds an element of VR US; elements come in the order in which they are added. */
    public CommandBytes us(int element, int value) {
        elements.u16le(0).u16le(element).u32le(2).u16le(value);
        return this;
    }

    /** Adds an element of VR UI, filled up to an even length. */
    public CommandBytes uid(int element, String uid) {
        String even = uid.length() % 2 == 0 ? uid : uid + "\0";
        elements.u16le(0).u16le(element).u32le(even.length()).ascii(even);
        return this;
    }

    /** The command set with Command Group Length (0000,0000). */
    public byte[] toBytes() {
        byte[] bytes = elements.toBytes();
        ByteWriter all = new ByteWriter().u16le(0).u16le(0).u32le(4).u32le(bytes.length);
        return all.bytes(bytes).toBytes();
    }
}
