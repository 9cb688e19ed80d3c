/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.data;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The elements and UIDs of the standard (PS3.6). Unchanging; shared by all threads. */
public final class Dictionary {

    private static final int EXACT = 0xFFFFFFFF;

    private final Map<Integer, Map<Integer, ElementEntry>> byMask = new LinkedHashMap<>();
    private final Map<String, ElementEntry> byKeyword = new LinkedHashMap<>();
    private final Map<String, UIDEntry> uids = new LinkedHashMap<>();

    private Dictionary(List<ElementEntry> elements, List<UIDEntry> uids) {
        // exact tags win over repeating groups
        byMask.put(EXACT, new LinkedHashMap<>());
        for (ElementEntry each : elements) {
            byMask.computeIfAbsent(each.mask(), mask -> new LinkedHashMap<>())
                    .put(each.tag(), each);
            byKeyword.put(each.keyword(), each);
        }
        uids.forEach(each -> this.uids.put(each.uid(), each));
    }

    private static final class Standard {
        static final Dictionary INSTANCE =
                new Dictionary(DictionaryFiles.elements(), DictionaryFiles.uids());
    }

    /** The standard's dictionary, read at the first call. */
    public static Dictionary standard() {
        return Standard.INSTANCE;
    }

    /** The entry of a tag; none for a private one, and for one the standard does not have. */
    public Optional<ElementEntry> element(int tag) {
        if (Tags.isPrivate(tag)) {
            return Optional.empty();
        }
        for (Map.Entry<Integer, Map<Integer, ElementEntry>> each : byMask.entrySet()) {
            ElementEntry found = each.getValue().get(tag & each.getKey());
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /** The entry with a keyword, such as {@code PatientName}. */
    public Optional<ElementEntry> element(String keyword) {
        return Optional.ofNullable(byKeyword.get(keyword));
    }

    /** The entry of a UID. */
    public Optional<UIDEntry> uid(String uid) {
        return Optional.ofNullable(uids.get(uid));
    }

    /** All elements, repeating groups last. */
    public Set<ElementEntry> elements() {
        Set<ElementEntry> all = new LinkedHashSet<>();
        byMask.values().forEach(each -> all.addAll(each.values()));
        return all;
    }

    /** All UIDs. */
    public Collection<UIDEntry> uids() {
        return List.copyOf(uids.values());
    }

    /**
     * The VR that an element has in Implicit VR (PS3.5 §A.1): OW where the standard leaves OB or
     * OW, LO of a Private Creator, UL of a Group Length, UN of what is not known.
     *
     * @param signed whether Pixel Representation (0028,0103) is 1, which makes SS of US or SS
     */
    public VR vr(int tag, boolean signed) {
        if (Tags.isGroupLength(tag)) {
            return VR.UL;
        }
        if (Tags.isPrivateCreator(tag)) {
            return VR.LO;
        }
        return element(tag).map(entry -> choose(entry.vrs(), signed)).orElse(VR.UN);
    }

    private static VR choose(List<VR> vrs, boolean signed) {
        if (vrs.isEmpty()) {
            return VR.UN;
        }
        if (vrs.contains(VR.OW)) {
            return VR.OW;
        }
        return signed && vrs.contains(VR.SS) ? VR.SS : vrs.get(0);
    }
}
