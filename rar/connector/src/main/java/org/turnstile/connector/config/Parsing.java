/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.config;

/** What becomes of a request that departs from the standard without breaking its structure. */
public enum Parsing {
    /** It is lived with. */
    LENIENT,
    /** The association is aborted with source 2, reason 6 (PS3.8 §9.3.8). */
    STRICT
}
