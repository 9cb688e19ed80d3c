/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.charset;

/**
 * What the two halves of the code table hold.
 *
 * @param g0 bytes 21H to 7EH
 * @param g1 bytes A0H to FFH; null while nothing is put there
 */
record Designation(Repertoire g0, Repertoire g1) {

    /** What value 1 of the Specific Character Set puts in place before any escape sequence. */
    static Designation initial(Repertoire first) {
        if (first == Repertoire.IR_13 || first == Repertoire.IR_14) {
            return new Designation(Repertoire.IR_14, Repertoire.IR_13);
        }
        return new Designation(Repertoire.IR_6, first.area() == Repertoire.Area.G1 ? first : null);
    }
}
