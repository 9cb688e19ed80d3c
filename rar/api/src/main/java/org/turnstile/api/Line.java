/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api;

/** What protects the connection that carries an association. */
public enum Line {
    /** Plain TCP. */
    PLAIN,
    /** TLS (PS3.15 Annex B). */
    TLS,
    /** ISCL (PS3.15, retired). */
    ISCL;

    /** Whether a secret may cross this line unseen. */
    public boolean secure() {
        return this != PLAIN;
    }
}
