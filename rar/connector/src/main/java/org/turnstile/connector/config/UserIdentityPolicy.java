/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.config;

/** Whether a peer has to name its user. */
public enum UserIdentityPolicy {
    /** Nobody associates without a verified identity. */
    REQUIRED,
    /** A peer that names nobody, or in a form that no login serves, is anonymous. */
    OPTIONAL,
    /** The user identity is not looked at; every peer is anonymous. */
    NONE
}
