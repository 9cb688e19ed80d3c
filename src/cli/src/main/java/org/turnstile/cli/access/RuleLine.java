/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.access;

import org.turnstile.api.access.AccessRule;

/**
 * A rule in its place.
 *
 * @param number its line, from 1
 * @param rule what it says
 */
record RuleLine(int number, AccessRule rule) {

    /** "line 3: user chief all". */
    @Override
    public String toString() {
        return "line " + number + ": " + rule;
    }
}
