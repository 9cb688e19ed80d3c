/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.io;

import java.nio.ByteBuffer;
import java.util.IdentityHashMap;
import org.turnstile.api.data.DataElement;
import org.turnstile.api.data.Dataset;
import org.turnstile.api.data.Dictionary;
import org.turnstile.api.data.Fragments;
import org.turnstile.api.data.Sequence;
import org.turnstile.api.data.VR;
import org.turnstile.api.data.Value;

/** How many bytes things take; each data set is measured once. */
final class Lengths {

    /** The longest value of a 16-bit length field: values are even. */
    static final int LONGEST_SHORT = 0xFFFE;

    private static final int ITEM_HEADER = 8;

    private final boolean explicitVR;
    private final LengthForm form;
    private final IdentityHashMap<Dataset, Long> known = new IdentityHashMap<>();

    Lengths(boolean explicitVR, LengthForm form) {
        this.explicitVR = explicitVR;
        this.form = form;
    }

    /** The VR that is written: UN for what a 16-bit length cannot tell (PS3.5 §6.2.2). */
    static VR written(Value value) {
        return !value.vr().hasLongLength() && value.length() > LONGEST_SHORT ? VR.UN : value.vr();
    }

    /**
     * Whether a sequence ends with a delimiter. In Implicit VR, one that the dictionary does not
     * know has to: the reader recognises it by nothing else.
     */
    boolean isDelimited(Sequence sequence) {
        return form == LengthForm.UNDEFINED
                || (!explicitVR && Dictionary.standard().vr(sequence.tag(), false) != VR.SQ);
    }

    long of(Dataset dataset) {
        Long length = known.get(dataset);
        if (length == null) {
            long sum = 0;
            for (DataElement each : dataset) {
                sum += of(each);
            }
            length = sum;
            known.put(dataset, length);
        }
        return length;
    }

    private long of(DataElement element) {
        if (element instanceof Value value) {
            return header(written(value)) + even(value.length());
        }
        if (element instanceof Sequence sequence) {
            return header(VR.SQ) + content(sequence) + (isDelimited(sequence) ? ITEM_HEADER : 0);
        }
        long sum = (long) header(element.vr()) + ITEM_HEADER;
        for (ByteBuffer each : ((Fragments) element).items()) {
            sum += ITEM_HEADER + even(each.remaining());
        }
        return sum;
    }

    /** The items of a sequence, without what ends it. */
    long content(Sequence sequence) {
        long sum = 0;
        for (Dataset each : sequence.items()) {
            sum += ITEM_HEADER + of(each) + (form == LengthForm.UNDEFINED ? ITEM_HEADER : 0);
        }
        return sum;
    }

    static long even(long length) {
        return length + (length & 1);
    }

    private int header(VR vr) {
        return explicitVR && vr.hasLongLength() ? 12 : 8;
    }
}
