/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.testkit.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Takes the command set in one P-DATA-TF apart. */
public final class ResponseBytes {

    private final int contextId;
    private final Map<Integer, byte[]> elements = new LinkedHashMap<>();

    private ResponseBytes(RawPdu pdu) {
        ByteBuffer body = ByteBuffer.wrap(pdu.body());
        if (pdu.type() != 0x04 || body.getInt() != body.remaining()) {
            throw new AssertionError("not a P-DATA-TF with one value: " + pdu.hex());
        }
        contextId = body.get() & 0xFF;
        if (body.get() != 0x03) {
            throw new AssertionError("not the last fragment of a command: " + pdu.hex());
        }
        body.order(ByteOrder.LITTLE_ENDIAN);
        while (body.hasRemaining()) {
            if (body.getShort() != 0) {
                throw new AssertionError("an element outside of group 0000: " + pdu.hex());
            }
            int element = body.getShort() & 0xFFFF;
            byte[] value = new byte[body.getInt()];
            body.get(value);
            elements.put(element, value);
        }
    }

    /** Takes apart a P-DATA-TF that holds one command set whole. */
    public static ResponseBytes of(RawPdu pdu) {
        return new ResponseBytes(pdu);
    }

    /** Presentation context id. */
    public int contextId() {
        return contextId;
    }

    /** Command Field (0000,0100). */
    public int commandField() {
        return us(0x0100);
    }

    /** Message ID Being Responded To (0000,0120). */
    public int messageIdRespondedTo() {
        return us(0x0120);
    }

    /** Status (0000,0900). */
    public int status() {
        return us(0x0900);
    }

    /** An element of VR US. */
    public int us(int element) {
        return ByteBuffer.wrap(value(element)).order(ByteOrder.LITTLE_ENDIAN).getShort() & 0xFFFF;
    }

    /** An element of text, without its padding. */
    public String text(int element) {
        return new String(value(element), StandardCharsets.US_ASCII).replaceAll("[ \0]+$", "");
    }

    /** Whether the element is there. */
    public boolean has(int element) {
        return elements.containsKey(element);
    }

    private byte[] value(int element) {
        byte[] value = elements.get(element);
        if (value == null) {
            throw new AssertionError(String.format("(0000,%04X) is absent", element));
        }
        return value;
    }
}
