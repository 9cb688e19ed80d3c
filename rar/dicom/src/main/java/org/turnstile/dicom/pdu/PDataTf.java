/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.pdu;

import io.netty.util.AbstractReferenceCounted;
import io.netty.util.ReferenceCounted;
import java.util.List;

/**
 * P-DATA-TF (PS3.8 §9.3.5). Owns the buffers of its values: releasing it releases them, and whoever
 * keeps a value retains that value first.
 */
public final class PDataTf extends AbstractReferenceCounted implements Pdu {

    private final List<PresentationDataValue> values;

    /** Takes over the buffers of the values. */
    public PDataTf(List<PresentationDataValue> values) {
        this.values = List.copyOf(values);
    }

    /** The values, at least one, in their order. */
    public List<PresentationDataValue> values() {
        return values;
    }

    @Override
    public int type() {
        return 0x04;
    }

    @Override
    protected void deallocate() {
        values.forEach(value -> value.data().release());
    }

    @Override
    public ReferenceCounted touch(Object hint) {
        values.forEach(value -> value.data().touch(hint));
        return this;
    }
}
