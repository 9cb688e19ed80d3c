/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api;

/** How an association ended. */
public enum Closing {
    /** By A-RELEASE. */
    RELEASED,
    /** By the peer's A-ABORT. */
    ABORTED_BY_PEER,
    /** By our A-ABORT: a protocol fault, or an administrator's order. */
    ABORTED_BY_US,
    /** Nothing came for the idle time. */
    IDLE,
    /** The connection broke. */
    LOST
}
