/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.pdu.codec;

/**
 * What was to be sent does not fit into its length field (PS3.8 §9.3.1: 16 bits for an item).
 * Nothing has been sent; there is no fragmentation, so the field has to become shorter.
 */
public final class PduTooLongException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final long length;

    PduTooLongException(String field, long length, long most) {
        super(field + ": " + length + " bytes, at most " + most + " can be sent");
        this.field = field;
        this.length = length;
    }

    /** The field that is too long, in the words of the standard. */
    public String field() {
        return field;
    }

    /** The length it would have, in bytes. */
    public long length() {
        return length;
    }
}
