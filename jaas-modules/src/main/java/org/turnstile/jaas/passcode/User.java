/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.passcode;

import java.util.Optional;

/**
 * One user of a users file.
 *
 * @param name the name as a peer sends it, compared exactly
 * @param hash the hash of the passcode; empty for a user who has none and only a bare name
 * @param enabled false for a user who may not log in for now
 */
public record User(String name, Optional<PasscodeHash> hash, boolean enabled) {}
