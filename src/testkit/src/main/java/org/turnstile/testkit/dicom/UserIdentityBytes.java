/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.testkit.dicom;

import java.nio.charset.StandardCharsets;

/** User identity sub-items (58H and 59H, PS3.7 §D.3.3.7) in hexadecimal. */
public final class UserIdentityBytes {

    private UserIdentityBytes() {}

    /** Type 1. */
    public static String username(String name, boolean positiveResponse) {
        return of(1, positiveResponse ? 1 : 0, utf8(name), new byte[0]);
    }

    /** Type 2. */
    public static String passcode(String name, String passcode, boolean positiveResponse) {
        return of(2, positiveResponse ? 1 : 0, utf8(name), utf8(passcode));
    }

    /**
     * Any 58H, its lengths true.
     *
     * @param type User-Identity-Type, 0 to 255
     * @param positiveResponse Positive-response-requested, 0 to 255
     */
    public static String of(int type, int positiveResponse, byte[] primary, byte[] secondary) {
        ByteWriter value = new ByteWriter().u8(type).u8(positiveResponse);
        value.u16(primary.length).bytes(primary).u16(secondary.length).bytes(secondary);
        return Hex.of(ByteWriter.item(0x58, value.toBytes()));
    }

    /** 59H with this Server-response. */
    public static String response(byte[] serverResponse) {
        ByteWriter value = new ByteWriter().u16(serverResponse.length).bytes(serverResponse);
        return Hex.of(ByteWriter.item(0x59, value.toBytes()));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
