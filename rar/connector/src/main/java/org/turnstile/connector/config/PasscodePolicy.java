/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.config;

/** What becomes of the passcode of type 2. */
public enum PasscodePolicy {
    /** It is verified. */
    VERIFY,
    /** It is not verified (PS3.15 Annex B.4): the caller is unverified and has no role. */
    BASIC
}
