/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.index.attributes;

import java.text.Normalizer;
import java.util.Locale;
import org.turnstile.api.data.PersonName;

/**
 * A person's name as the index keeps it.
 *
 * @param full as in the object, component groups joined by {@code =}; null for none
 * @param alphabetic the alphabetic group for matching; null for none
 * @param ideographic the ideographic group for matching; null for none
 * @param phonetic the phonetic group for matching; null for none
 */
public record NameColumns(String full, String alphabetic, String ideographic, String phonetic) {

    /** Most characters of the whole name. */
    public static final int MAX_FULL = 400;

    /** Most characters of one group. */
    public static final int MAX_GROUP = 200;

    /** No name. */
    public static final NameColumns NONE = new NameColumns(null, null, null, null);

    /** The columns of a name. */
    public static NameColumns of(PersonName name) {
        return new NameColumns(
                Columns.text(name.toString(), MAX_FULL),
                group(name.alphabetic()),
                group(name.ideographic()),
                group(name.phonetic()));
    }

    private static String group(String group) {
        return Columns.text(forMatching(group), MAX_GROUP);
    }

    /**
     * A name, or a part of one, in the form in which names are compared: upper case and NFC, so
     * that neither case nor the way an accent is composed makes a difference.
     */
    public static String forMatching(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        return Normalizer.normalize(composed.toUpperCase(Locale.ROOT), Normalizer.Form.NFC);
    }
}
