/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.io;

import java.io.IOException;
import java.util.Optional;
import org.turnstile.api.data.Dictionary;
import org.turnstile.api.data.VR;

/**
 * What stands before a value (PS3.5 §7.1).
 *
 * @param tag the tag
 * @param vr the VR; in Implicit VR, what the dictionary says
 * @param length bytes of the value, or {@link #UNDEFINED}
 */
record Header(int tag, VR vr, long length) {

    /** The length FFFFFFFFH. */
    static final long UNDEFINED = 0xFFFFFFFFL;

    static final String LENGTH_FIELD = "value length";

    boolean isUndefined() {
        return length == UNDEFINED;
    }

    static Header read(ByteSource in, Scope scope) throws IOException {
        int tag = in.tag(scope.bigEndian());
        if (!scope.explicitVR()) {
            VR vr = Dictionary.standard().vr(tag, scope.signed());
            return new Header(tag, vr, in.u32(false, LENGTH_FIELD));
        }
        int letters = in.u16(true, "VR");
        Optional<VR> vr = VR.of("" + (char) (letters >> 8) + (char) (letters & 0xFF));
        if (vr.isEmpty() && !(isLetter(letters >> 8) && isLetter(letters & 0xFF))) {
            throw in.wrong("VR", String.format("%04XH is not two letters", letters));
        }
        // a VR of the future has a length of 32 bits (PS3.5 §6.2, note 3)
        if (vr.map(VR::hasLongLength).orElse(true)) {
            in.u16(scope.bigEndian(), "reserved");
            long length = in.u32(scope.bigEndian(), LENGTH_FIELD);
            return new Header(tag, vr.orElse(VR.UN), length);
        }
        return new Header(tag, vr.get(), in.u16(scope.bigEndian(), LENGTH_FIELD));
    }

    private static boolean isLetter(int code) {
        return code >= 'A' && code <= 'Z';
    }
}
