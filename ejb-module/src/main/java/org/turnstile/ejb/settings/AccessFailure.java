/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.settings;

/** What an operation is answered when it cannot be decided what its caller may see. */
public enum AccessFailure {
    /** 0124H. */
    NOT_AUTHORIZED,
    /** A700H. */
    OUT_OF_RESOURCES
}
