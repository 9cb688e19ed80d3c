/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench.load;

/** What is done over and over, and timed each time. */
public enum Workload {
    /** Open a connection, associate, release, close. */
    ASSOCIATE,
    /** One C-ECHO on an association that stays open. */
    ECHO
}
