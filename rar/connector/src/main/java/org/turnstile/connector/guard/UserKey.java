/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.guard;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A user name as the counters know it: NFKC, without case and without blanks around it. Directories
 * that take {@code Alice} for {@code alice} then see no more guesses than those that do not.
 *
 * @param folded the folded name
 */
record UserKey(String folded) {

    static UserKey of(String name) {
        String compatible = Normalizer.normalize(name, Normalizer.Form.NFKC);
        return new UserKey(compatible.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).strip());
    }
}
