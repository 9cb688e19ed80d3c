/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas;

/** The forms that the value of a {@link LoginOption} can take. */
public enum OptionType {
    /** {@code true} or {@code false}, in any case of letters. */
    FLAG("true or false"),
    /** The path of a file; a relative one starts at the folder of the configuration. */
    FILE("file"),
    /** A whole number of seconds. */
    SECONDS("seconds"),
    /** A whole number. */
    COUNT("number"),
    /** Names of Java classes, separated by commas. */
    CLASSES("class names"),
    /** Any names, separated by commas; none at all is a value too. */
    NAMES("names"),
    /** Any text of one line. */
    TEXT("text"),
    /** Addresses of directories, {@code ldap:} or {@code ldaps:}, separated by commas. */
    URLS("URLs"),
    /** What happens to upper and lower case letters. */
    LETTERS("EXACT, LOWER or UPPER"),
    /** A name in JNDI, one that is looked up within the server: {@code java:...}. */
    JNDI("JNDI name");

    private final String label;

    OptionType(String label) {
        this.label = label;
    }

    /** How the manual calls it. */
    public String label() {
        return label;
    }
}
