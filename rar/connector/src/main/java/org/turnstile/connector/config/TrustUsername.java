/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.config;

/** When a bare user name (type 1), which nothing proves, is taken. */
public enum TrustUsername {
    /** Never. */
    NEVER,
    /** From a peer on a protected line. */
    SECURE_PEER,
    /** Always. */
    ALWAYS
}
