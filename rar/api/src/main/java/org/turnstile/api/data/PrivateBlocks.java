/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.data;

/** The arithmetic of private blocks (PS3.5 §7.8.1). */
final class PrivateBlocks {

    static final int FIRST = 0x10;
    static final int LAST = 0xFF;

    private PrivateBlocks() {}

    /** The tag without its block, once its parts are found to be in range. */
    static int check(int group, int element) {
        if (group < 0x0009 || group > 0xFFFF || (group & 1) == 0) {
            throw new IllegalArgumentException("group: " + group + " is not odd, or out of range");
        }
        if (element < 0 || element > 0xFF) {
            throw new IllegalArgumentException("element: " + element + " is not 0 to 255");
        }
        return Tags.of(group, element);
    }
}
