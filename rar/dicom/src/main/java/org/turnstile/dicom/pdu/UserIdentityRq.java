/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.pdu;

import java.util.Arrays;

/**
 * User identity of a request (58H, PS3.7 §D.3.3.7.1). Holds secrets: it never shows them, and
 * {@link #wipe()} ends them.
 */
public final class UserIdentityRq {

    private final int type;
    private final boolean positiveResponseRequested;
    private final byte[] primary;
    private final byte[] secondary;

    /**
     * Takes over the arrays.
     *
     * @param type User-Identity-Type, 0 to 255; 1 to 5 are defined
     * @param positiveResponseRequested whether the peer wants a 59H
     * @param primary Primary-field, at most 65,529 bytes
     * @param secondary Secondary-field, empty for any type but 2
     */
    public UserIdentityRq(
            int type, boolean positiveResponseRequested, byte[] primary, byte[] secondary) {
        this.type = type;
        this.positiveResponseRequested = positiveResponseRequested;
        this.primary = primary;
        this.secondary = secondary;
    }

    /** User-Identity-Type, 0 to 255. */
    public int type() {
        return type;
    }

    /** Whether the peer wants a 59H. */
    public boolean positiveResponseRequested() {
        return positiveResponseRequested;
    }

    /** Primary-field; the array itself, which {@link #wipe()} clears. */
    public byte[] primary() {
        return primary;
    }

    /** Secondary-field; the array itself, which {@link #wipe()} clears. */
    public byte[] secondary() {
        return secondary;
    }

    /** Clears both fields. */
    public void wipe() {
        Arrays.fill(primary, (byte) 0);
        Arrays.fill(secondary, (byte) 0);
    }

    @Override
    public String toString() {
        return "UserIdentityRq[type="
                + type
                + ", positiveResponseRequested="
                + positiveResponseRequested
                + ", primary of "
                + primary.length
                + " bytes]";
    }
}
