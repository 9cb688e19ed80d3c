/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.kerberos;

/** What a field seems to be by its first byte, for messages. */
final class FirstByte {

    private FirstByte() {}

    static String name(int first) {
        return switch (first) {
            case -1 -> "nothing";
            case 0x4E -> "4E, perhaps NTLM";
            case 0x60 -> "60, a GSS-API token";
            case 0x61 -> "61, a bare ticket without proof of its key";
            case 0x6E -> "6E, an AP-REQ";
            case 0x6F -> "6F, an AP-REP";
            case 0x76 -> "76, a KRB-CRED";
            case 0x7E -> "7E, a KRB-ERROR";
            default -> "%02X".formatted(first);
        };
    }
}
