/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.data;

import java.util.List;

/**
 * An element of VR SQ (PS3.5 §7.5).
 *
 * @param tag the tag
 * @param items its items, each a data set
 */
public record Sequence(int tag, List<Dataset> items) implements DataElement {

    /** Keeps a copy of the list. */
    public Sequence {
        items = List.copyOf(items);
    }

    @Override
    public VR vr() {
        return VR.SQ;
    }

    @Override
    public boolean isEmpty() {
        return items.isEmpty();
    }

    @Override
    public String toString() {
        return Tags.toString(tag) + " SQ of " + items.size() + " items";
    }
}
