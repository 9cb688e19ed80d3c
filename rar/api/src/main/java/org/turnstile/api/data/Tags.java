/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.data;

/**
 * What a tag's number says (PS3.5 §7.1, §7.8). A tag is an {@code int}, GGGGEEEEH, compared without
 * sign.
 */
public final class Tags {

    /** Item (FFFE,E000). */
    public static final int ITEM = 0xFFFEE000;

    /** Item Delimitation Item (FFFE,E00D). */
    public static final int ITEM_DELIMITATION_ITEM = 0xFFFEE00D;

    /** Sequence Delimitation Item (FFFE,E0DD). */
    public static final int SEQUENCE_DELIMITATION_ITEM = 0xFFFEE0DD;

    private Tags() {}

    /** The tag of a group and an element number, each 0 to FFFFH. */
    public static int of(int group, int element) {
        if ((group & 0xFFFF) != group || (element & 0xFFFF) != element) {
            throw new IllegalArgumentException(
                    "group or element: " + group + ", " + element + " is not 0 to 65535");
        }
        return group << 16 | element;
    }

    /** Group number, 0 to FFFFH. */
    public static int group(int tag) {
        return tag >>> 16;
    }

    /** Element number, 0 to FFFFH. */
    public static int element(int tag) {
        return tag & 0xFFFF;
    }

    /** Whether the group is odd (PS3.5 §7.8). */
    public static boolean isPrivate(int tag) {
        return (tag & 0x10000) != 0;
    }

    /** Whether this is a Private Creator, (gggg,0010) to (gggg,00FF) of an odd group. */
    public static boolean isPrivateCreator(int tag) {
        return isPrivate(tag) && element(tag) >= 0x10 && element(tag) <= 0xFF;
    }

    /** Whether this is a Group Length, (gggg,0000). */
    public static boolean isGroupLength(int tag) {
        return element(tag) == 0;
    }

    /** The standard's notation, {@code (0010,0020)}. */
    public static String toString(int tag) {
        return String.format("(%04X,%04X)", group(tag), element(tag));
    }
}
