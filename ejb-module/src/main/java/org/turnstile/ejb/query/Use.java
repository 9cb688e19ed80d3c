/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.query;

/** The type of a key (PS3.4 §C.2.2.1). */
enum Use {
    /** Unique key: tells the entities of a level apart. */
    UNIQUE,
    /** Required key. */
    REQUIRED,
    /** Optional key. */
    OPTIONAL
}
