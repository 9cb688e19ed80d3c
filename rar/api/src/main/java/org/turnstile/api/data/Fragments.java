/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.data;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * Encapsulated pixel data (PS3.5 §A.4), passed through as it is.
 *
 * @param tag the tag
 * @param vr OB or OW
 * @param items the Basic Offset Table, which may be empty, and the fragments after it
 */
public record Fragments(int tag, VR vr, List<ByteBuffer> items) implements DataElement {

    /**
     * Keeps a copy of the list and read-only views of the bytes.
     *
     * @throws IllegalArgumentException if the VR is not OB or OW
     */
    public Fragments {
        if (vr != VR.OB && vr != VR.OW) {
            throw new IllegalArgumentException("vr: " + vr + " is not OB or OW");
        }
        items = items.stream().map(item -> item.slice().asReadOnlyBuffer()).toList();
    }

    /** The items, each from its first byte on. */
    @Override
    public List<ByteBuffer> items() {
        return items.stream().map(ByteBuffer::duplicate).toList();
    }

    @Override
    public boolean isEmpty() {
        return items.isEmpty();
    }

    @Override
    public String toString() {
        return Tags.toString(tag) + " " + vr + " of " + items.size() + " fragments";
    }
}
