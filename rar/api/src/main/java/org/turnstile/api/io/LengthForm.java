/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.io;

/** How the ends of sequences and items are told (PS3.5 §7.5). */
public enum LengthForm {
    /** By a length before them. */
    DEFINED,
    /** By a delimiter after them. */
    UNDEFINED
}
