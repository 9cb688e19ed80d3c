/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.io;

import org.turnstile.api.charset.SpecificCharacterSet;

/**
 * What the elements read before have to say about those that follow, items included.
 *
 * @param explicitVR whether elements carry their VR
 * @param bigEndian whether the most significant byte comes first
 * @param characterSet the last (0008,0005)
 * @param signed whether the last Pixel Representation (0028,0103) was 1
 * @param depth data sets around, this one counted
 */
record Scope(
        boolean explicitVR,
        boolean bigEndian,
        SpecificCharacterSet characterSet,
        boolean signed,
        int depth) {

    static Scope outermost(TransferSyntax syntax) {
        return new Scope(
                syntax.explicitVR(), syntax.bigEndian(), SpecificCharacterSet.DEFAULT, false, 1);
    }

    Scope inner() {
        return new Scope(explicitVR, bigEndian, characterSet, signed, depth + 1);
    }

    /** UN of undefined length is Implicit VR Little Endian inside (PS3.5 §6.2.2). */
    Scope implicit() {
        return new Scope(false, false, characterSet, signed, depth);
    }

    Scope withCharacterSet(SpecificCharacterSet set) {
        return new Scope(explicitVR, bigEndian, set, signed, depth);
    }

    Scope withSigned(boolean isSigned) {
        return new Scope(explicitVR, bigEndian, characterSet, isSigned, depth);
    }
}
