/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.config;

/** How the value of a setting is written. */
public enum ValueType {
    /** A whole number. */
    INTEGER("integer"),
    /** A whole number of bytes, with {@code k} or {@code m} for 1024 or 1048576 of them. */
    SIZE("size"),
    /** A whole number with its unit: {@code ms}, {@code s}, {@code m} or {@code h}. */
    DURATION("duration"),
    /** {@code true} or {@code false}. */
    FLAG("true or false"),
    /** One of the words that the range gives. */
    WORD("word"),
    /** An address literal or host name. */
    ADDRESS("address"),
    /** A name without blanks. */
    NAME("name"),
    /** AE titles of 1 to 16 characters, separated by commas. */
    AE_TITLES("AE titles"),
    /** Names without blanks, separated by commas. */
    NAMES("names"),
    /** UIDs, separated by commas. */
    UIDS("UIDs");

    private final String label;

    ValueType(String label) {
        this.label = label;
    }

    /** The word for it in the manual. */
    public String label() {
        return label;
    }
}
