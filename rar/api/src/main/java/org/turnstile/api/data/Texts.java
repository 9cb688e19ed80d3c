/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.data;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.turnstile.api.charset.SpecificCharacterSet;

/** Between the bytes of an element and its texts. */
final class Texts {

    private Texts() {}

    /** The values of an element of characters, without padding; UN is read as one of characters. */
    static List<String> decode(Value value, SpecificCharacterSet set) {
        VR vr = value.vr();
        if (!vr.isText() && vr != VR.UN) {
            throw new ValueException(value.tag(), vr, "is not text");
        }
        if (value.isEmpty()) {
            return List.of();
        }
        String text = text(value, set);
        if (!vr.isDelimited()) {
            return List.of(strip(text, vr));
        }
        List<String> all = new ArrayList<>();
        for (String each : text.split("\\\\", -1)) {
            all.add(strip(each, vr));
        }
        return all;
    }

    private static String text(Value value, SpecificCharacterSet set) {
        VR vr = value.vr();
        return vr.isCharacterSetText() || vr == VR.UN
                ? set.decode(value.array(), vr.delimiters())
                : new String(value.array(), StandardCharsets.US_ASCII);
    }

    private static String strip(String text, VR vr) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == 0)) {
            end--;
        }
        int start = 0;
        while (vr.ignoresLeadingSpaces() && start < end && text.charAt(start) == ' ') {
            start++;
        }
        return text.substring(start, end);
    }

    /** The value of an element with these texts, padded to an even length. */
    static Value encode(int tag, VR vr, List<String> texts, SpecificCharacterSet set) {
        String joined = String.join("\\", texts);
        byte[] bytes =
                vr.isCharacterSetText()
                        ? set.encode(joined, vr.delimiters())
                        : joined.getBytes(StandardCharsets.US_ASCII);
        byte[] even = Arrays.copyOf(bytes, bytes.length + (bytes.length & 1));
        if (even.length > bytes.length) {
            even[bytes.length] = vr.padding();
        }
        return Value.wrap(tag, vr, even);
    }

    /** Checks what {@link #encode} would otherwise turn into something else. */
    static void check(int tag, VR vr, List<String> texts) {
        if (!vr.isText()) {
            throw new ValueException(tag, vr, "is not text");
        }
        if (!vr.isDelimited() && texts.size() > 1) {
            throw new ValueException(tag, vr, "has one value, not " + texts.size());
        }
        for (String each : texts) {
            if (vr.isDelimited() && each.indexOf('\\') >= 0) {
                throw new ValueException(tag, vr, "a backslash in " + ValueException.quote(each));
            }
            if (!vr.isCharacterSetText() && each.chars().anyMatch(c -> c > 0x7E || c < 0x20)) {
                throw new ValueException(tag, vr, "not ASCII: " + ValueException.quote(each));
            }
        }
    }
}
