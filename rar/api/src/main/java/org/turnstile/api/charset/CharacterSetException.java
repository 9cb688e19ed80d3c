/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.charset;

/**
 * A Specific Character Set (0008,0005) that is not known, or that has no code for a character. The
 * message names the term and the character's number, never the text.
 */
public final class CharacterSetException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** With what is wrong. */
    public CharacterSetException(String message) {
        super(message);
    }
}
