/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas;

/**
 * What the manual says of an option.
 *
 * @param key the name as it stands in {@code login.conf}
 * @param type what its value must look like
 * @param defaultValue the value when it is not set; empty for none
 * @param description what it means, in one sentence
 */
public record OptionFacts(String key, OptionType type, String defaultValue, String description) {}
