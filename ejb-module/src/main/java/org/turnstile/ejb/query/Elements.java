/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.query;

import java.util.List;
import org.turnstile.api.charset.CharacterSetException;
import org.turnstile.api.data.DataElement;
import org.turnstile.api.data.Dataset;
import org.turnstile.api.data.DatasetBuilder;
import org.turnstile.api.data.Sequence;
import org.turnstile.api.data.VR;
import org.turnstile.api.data.Value;
import org.turnstile.api.data.ValueException;

/** Between the elements of identifiers and texts. */
final class Elements {

    private Elements() {}

    /**
     * The values of a key.
     *
     * @throws IdentifierException if it has a VR that is no text, or an unknown character set
     */
    static List<String> strings(Dataset identifier, int tag) throws IdentifierException {
        try {
            return identifier.getStrings(tag);
        } catch (ValueException e) {
            throw IdentifierException.mismatch(tag, "VR is no text");
        } catch (CharacterSetException e) {
            throw IdentifierException.mismatch(tag, "unknown character set");
        }
    }

    /** The element without its value. */
    static DataElement empty(DataElement element) {
        return element.vr() == VR.SQ
                ? new Sequence(element.tag(), List.of())
                : Value.of(element.tag(), element.vr(), new byte[0]);
    }

    /**
     * Sets what the index holds: several values where it has backslashes, nothing for null. What an
     * object had outside ASCII where the VR forbids it becomes a question mark.
     */
    static void set(DatasetBuilder answer, int tag, VR vr, String text) {
        String[] values = text == null ? new String[0] : text.split("\\\\", -1);
        if (!vr.isCharacterSetText()) {
            for (int i = 0; i < values.length; i++) {
                values[i] = ascii(values[i]);
            }
        }
        answer.setString(tag, vr, values);
    }

    private static String ascii(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c <= '~')
                ? text
                : text.replaceAll("[^ -~]", "?");
    }
}
