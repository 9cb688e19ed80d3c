/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.access;

/**
 * The words of the private service Turnstile Access Explanation: a C-FIND by which an administrator
 * asks which rule shows a study to a caller, or why none does. Identifier and answers have private
 * elements of group {@link #GROUP} in the block of {@link #CREATOR}; the manual lists them.
 */
public final class AccessExplanation {

    /** Turnstile Access Explanation, a private SOP class. */
    public static final String SOP_CLASS = "2.25.248491562785175120612357124584289794731";

    /** Private Creator of the elements. */
    public static final String CREATOR = "TURNSTILE ACCESS 1";

    /** Group of the elements. */
    public static final int GROUP = 0x0009;

    /** UC 1, identifier: the caller's name; empty for anonymous. */
    public static final int CALLER = 0x01;

    /** UC 1-n, identifier: the caller's roles. */
    public static final int ROLES = 0x02;

    /** CS 1, identifier: {@code YES} or {@code NO}, whether the caller's name is verified. */
    public static final int VERIFIED = 0x03;

    /** CS 1, answer: {@code YES} or {@code NO}, whether the caller sees the study. */
    public static final int VISIBLE = 0x10;

    /** SQ, answer: the rules that were looked at. */
    public static final int RULES = 0x11;

    /** UT 1, item: the rule as a line of the file. */
    public static final int RULE = 0x12;

    /**
     * UC 1, item: where the rule stands, {@code line 3}, several with a comma, or {@code database}.
     */
    public static final int PLACE = 0x13;

    /** UT 1, item: the condition that the study does not meet; empty if the rule shows it. */
    public static final int REASON = 0x14;

    /** UL 1, answer: rules of the caller for other patients, which are not listed. */
    public static final int OTHER_PATIENTS = 0x15;

    private AccessExplanation() {}
}
