/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api;

/**
 * The status of a DIMSE response (PS3.7 Annex C).
 *
 * @param code Status (0000,0900), 0 to FFFFH
 * @param comment Error Comment (0000,0902), at most 64 characters, without user data; empty for
 *     none
 */
public record Status(int code, String comment) {

    /** 0000H Success. */
    public static final Status SUCCESS = new Status(0x0000, "");

    /** FF00H Pending (PS3.4 §C.4.1.1.4). */
    public static final Status PENDING = new Status(0xFF00, "");

    /** FF01H Pending, one or more optional keys are not supported (PS3.4 §C.4.1.1.4). */
    public static final Status PENDING_WARNING = new Status(0xFF01, "");

    /** FE00H Cancel: matching terminated due to a cancel request (PS3.7 Annex C.3). */
    public static final Status CANCELLED = new Status(0xFE00, "");

    /** 0110H Processing failure. */
    public static final Status PROCESSING_FAILURE = new Status(0x0110, "");

    /** 0122H SOP class not supported. */
    public static final Status SOP_CLASS_NOT_SUPPORTED = new Status(0x0122, "");

    /** 0124H Refused: not authorized. */
    public static final Status NOT_AUTHORIZED = new Status(0x0124, "");

    /** 0211H Unrecognized operation. */
    public static final Status UNRECOGNIZED_OPERATION = new Status(0x0211, "");

    /** A700H Refused: out of resources. */
    public static final Status OUT_OF_RESOURCES = new Status(0xA700, "");

    /** A900H Error: data set does not match SOP class. */
    public static final Status DATA_SET_MISMATCH = new Status(0xA900, "");

    /** C000H Error: cannot understand. */
    public static final Status CANNOT_UNDERSTAND = new Status(0xC000, "");

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if the code does not fit 16 bits or the comment is too long
     */
    public Status {
        if (code < 0 || code > 0xFFFF) {
            throw new IllegalArgumentException("code: " + code + " is not 0 to 65535");
        }
        if (comment.length() > 64) {
            throw new IllegalArgumentException(
                    "comment: " + comment.length() + " characters, at most 64");
        }
    }

    /** The same code with an Error Comment. */
    public Status withComment(String comment) {
        return new Status(code, comment);
    }

    /** Whether this is Success. */
    public boolean isSuccess() {
        return code == 0;
    }

    /** Whether further responses follow (FF00H, FF01H). */
    public boolean isPending() {
        return code == PENDING.code || code == PENDING_WARNING.code;
    }

    @Override
    public String toString() {
        return String.format("%04XH", code) + (comment.isEmpty() ? "" : " " + comment);
    }
}
