/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.data;

/**
 * A line of the table of UIDs (PS3.6 annex A).
 *
 * @param uid the UID
 * @param type such as {@code SOP Class} or {@code Transfer Syntax}
 * @param retired whether the standard keeps it for old objects only
 * @param keyword the name without spaces; empty if the standard gives none
 * @param name the name
 */
public record UIDEntry(String uid, String type, boolean retired, String keyword, String name) {

    /** Whether it names a transfer syntax. */
    public boolean isTransferSyntax() {
        return type.equals("Transfer Syntax");
    }

    /** Whether it names a SOP class. */
    public boolean isSopClass() {
        return type.equals("SOP Class");
    }
}
