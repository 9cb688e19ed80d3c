/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas;

/**
 * An option that a login module reads from its entry in {@code login.conf}. Each module lists its
 * own in an enum, from which the manual's tables are checked.
 */
public interface LoginOption {

    /** What the manual says of it. */
    OptionFacts facts();

    /** The name as it stands in {@code login.conf}. */
    default String key() {
        return facts().key();
    }

    /** What its value must look like. */
    default OptionType type() {
        return facts().type();
    }

    /** The value when it is not set; empty for none. */
    default String defaultValue() {
        return facts().defaultValue();
    }

    /** What it means, in one sentence. */
    default String description() {
        return facts().description();
    }

    /** The least number allowed, for options that are numbers. */
    default int least() {
        return 0;
    }

    /** The greatest number allowed, for options that are numbers. */
    default int most() {
        return Integer.MAX_VALUE;
    }
}
