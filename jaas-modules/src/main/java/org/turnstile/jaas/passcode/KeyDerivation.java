/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.passcode;

/** The slow function between a passcode and its hash. */
@FunctionalInterface
interface KeyDerivation {

    /** Derives 32 bytes in time proportional to the rounds. */
    byte[] derive(byte[] passcode, byte[] salt, int rounds);
}
