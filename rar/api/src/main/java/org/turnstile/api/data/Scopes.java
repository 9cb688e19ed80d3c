/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.data;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.turnstile.api.charset.SpecificCharacterSet;

/**
 * Keeps the texts of items readable when they come under another data set: (0008,0005) holds for
 * the items of a data set too, unless they have their own (PS3.3 §C.12.1.1.2).
 */
final class Scopes {

    private Scopes() {}

    /** The character set that an element (0008,0005) names; of a wrong VR, the default one. */
    static SpecificCharacterSet declared(DataElement element) {
        return element instanceof Value value && (value.vr().isText() || value.vr() == VR.UN)
                ? SpecificCharacterSet.of(Texts.decode(value, SpecificCharacterSet.DEFAULT))
                : SpecificCharacterSet.DEFAULT;
    }

    /** Whether the bytes would mean something else under another character set. */
    static boolean dependsOnCharacterSet(Value value) {
        return value.vr().isCharacterSetText() && !SpecificCharacterSet.isPlain(value.array());
    }

    /** The element as it has to be in a data set with this character set. */
    static DataElement adopt(DataElement element, SpecificCharacterSet set) {
        if (!(element instanceof Sequence sequence)) {
            return element;
        }
        if (sequence.items().stream().allMatch(item -> fits(item, set))) {
            return sequence;
        }
        return new Sequence(
                sequence.tag(), sequence.items().stream().map(item -> adopt(item, set)).toList());
    }

    private static boolean fits(Dataset item, SpecificCharacterSet set) {
        return item.contains(Tag.SpecificCharacterSet) || item.characterSet().equals(set);
    }

    private static Dataset adopt(Dataset item, SpecificCharacterSet set) {
        if (fits(item, set)) {
            return item;
        }
        boolean keep = hasOwnTexts(item) && !item.characterSet().terms().isEmpty();
        SpecificCharacterSet own = keep ? item.characterSet() : set;
        List<DataElement> elements = new ArrayList<>();
        Iterator<DataElement> rest = item.iterator();
        boolean declared = !keep;
        while (rest.hasNext()) {
            DataElement next = rest.next();
            if (!declared && Integer.compareUnsigned(next.tag(), Tag.SpecificCharacterSet) > 0) {
                elements.add(declaration(own));
                declared = true;
            }
            elements.add(adopt(next, own));
        }
        if (!declared) {
            elements.add(declaration(own));
        }
        return new Dataset(elements.toArray(new DataElement[0]), own);
    }

    private static boolean hasOwnTexts(Dataset item) {
        for (DataElement each : item) {
            if (each instanceof Value value && dependsOnCharacterSet(value)) {
                return true;
            }
        }
        return false;
    }

    private static Value declaration(SpecificCharacterSet set) {
        return Texts.encode(
                Tag.SpecificCharacterSet, VR.CS, set.terms(), SpecificCharacterSet.DEFAULT);
    }
}
