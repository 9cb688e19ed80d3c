/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.settings;

/** What a user counts for whose name was given, but by nothing proved (identity type 1). */
public enum UnverifiedUsers {
    /** For nobody: the rules of the subject {@code anonymous}, and nothing is theirs. */
    ANONYMOUS,
    /** For the name. */
    TRUSTED
}
