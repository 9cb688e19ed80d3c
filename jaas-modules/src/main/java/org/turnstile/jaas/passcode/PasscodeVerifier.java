/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.passcode;

import java.util.Optional;
import org.turnstile.api.LoginUnavailableException;

/**
 * Compares passcodes with those of a file or table. Every comparison that the cache does not answer
 * costs the same rounds, whether the user is known, disabled or not: the answer's time says
 * nothing.
 */
final class PasscodeVerifier implements AutoCloseable {

    /** What a comparison found; for the log, never for the peer. */
    enum Finding {
        GOOD("good"),
        EMPTY_PASSCODE("the passcode is empty"),
        UNKNOWN_USER("there is no such user"),
        NO_PASSCODE("the user has no passcode"),
        DISABLED("the user is disabled"),
        WRONG_PASSCODE("the passcode is wrong");

        private final String text;

        Finding(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    private final UserSource users;
    private final VerifiedCache cache;
    private final KeyDerivation derivation;
    private final PasscodeHash decoy = PasscodeHash.decoy();

    PasscodeVerifier(UserSource users, VerifiedCache cache, KeyDerivation derivation) {
        this.users = users;
        this.cache = cache;
        this.derivation = derivation;
    }

    Finding verify(String name, byte[] passcode) throws LoginUnavailableException {
        UserSource.Found now = users.find(name);
        if (passcode.length == 0) {
            return Finding.EMPTY_PASSCODE;
        }
        Optional<User> user = now.user();
        PasscodeHash hash = user.flatMap(User::hash).orElse(decoy);
        boolean enabled = user.map(User::enabled).orElse(false);
        if (enabled && cache.isGood(name, passcode, hash)) {
            return Finding.GOOD;
        }
        boolean same = hash.verify(passcode, derivation, now.cost());
        Finding finding = finding(user, same);
        if (finding == Finding.GOOD) {
            cache.remember(name, passcode, hash);
        }
        return finding;
    }

    private static Finding finding(Optional<User> user, boolean same) {
        if (user.isEmpty()) {
            return Finding.UNKNOWN_USER;
        }
        if (user.get().hash().isEmpty()) {
            return Finding.NO_PASSCODE;
        }
        if (!user.get().enabled()) {
            return Finding.DISABLED;
        }
        return same ? Finding.GOOD : Finding.WRONG_PASSCODE;
    }

    @Override
    public void close() {
        cache.close();
    }
}
