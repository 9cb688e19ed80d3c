/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.index.attributes;

import java.util.Objects;

/**
 * The values by which access to a study is granted. A series has those that are common to all its
 * instances, a study those that are common to all its series; where there is none, or the parts
 * differ, stands null. A value once gone does not come back, so that what was read of it before may
 * say too much, but never too little.
 *
 * @param institution Institution Name (0008,0080)
 * @param modality Modality (0008,0060)
 * @param storedBy the user who stored the object; null where nobody was named
 */
public record Commons(String institution, String modality, String storedBy) {

    /** What is left in common with a further part. */
    public Commons with(Commons part) {
        Commons left =
                new Commons(
                        same(institution, part.institution),
                        same(modality, part.modality),
                        same(storedBy, part.storedBy));
        return left.equals(this) ? this : left;
    }

    private static String same(String one, String other) {
        return Objects.equals(one, other) ? one : null;
    }
}
