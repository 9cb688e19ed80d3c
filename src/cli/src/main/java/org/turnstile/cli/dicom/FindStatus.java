/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.dicom;

import org.turnstile.api.Status;

/** Says why a query failed. */
final class FindStatus {

    private FindStatus() {}

    /** The meaning of the code in C-FIND (PS3.4 §C.4.1.1.4, PS3.7 annex C), and the comment. */
    static String words(Status status) {
        int code = status.code();
        String comment = status.comment().isEmpty() ? "" : " (" + status.comment() + ")";
        return String.format(meaning(code), String.format("%04XH", code)) + comment;
    }

    private static String meaning(int code) {
        return switch (code) {
            case 0x0122 -> "refused: %s SOP class not supported";
            case 0x0124 -> "refused: %s not authorized";
            case 0xA700 -> "refused: %s out of resources";
            case 0xA900 -> "failed: %s identifier does not match SOP class";
            case 0xFE00 -> "cancelled: %s by the peer";
            default -> code >>> 12 == 0xC ? "failed: %s unable to process" : "failed: %s";
        };
    }
}
