/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas;

/**
 * An option that a login module reads from its entry in {@code login.conf}. Each module lists its
 * own in an enum, from which the manual's tables are checked.
 */
public interface LoginOption {

    /** The name as it stands in {@code login.conf}. */
    String key();

    /** What its value must look like. */
    OptionType type();

    /** The value when it is not set; empty for none. */
    String defaultValue();

    /** What it means, in one sentence. */
    String description();

    /** The least number allowed, for options that are numbers. */
    default int least() {
        return 0;
    }

    /** The greatest number allowed, for options that are numbers. */
    default int most() {
        return Integer.MAX_VALUE;
    }
}
