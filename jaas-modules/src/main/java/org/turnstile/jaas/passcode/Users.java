/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.passcode;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The users of a users file at one moment, in the file's order.
 *
 * @param byName the users by their names in NFC
 */
public record Users(Map<String, User> byName) {

    /** Keeps a copy. */
    public Users {
        byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    /** The user of this name, compared exactly but for the spelling of letters with accents. */
    public Optional<User> find(String name) {
        return Optional.ofNullable(byName.get(Normalizer.normalize(name, Normalizer.Form.NFC)));
    }

    /** All users. */
    public Collection<User> all() {
        return byName.values();
    }

    /** The most rounds of any hash: what each check costs, whoever is checked. */
    int cost() {
        return all().stream()
                .flatMap(user -> user.hash().stream())
                .mapToInt(PasscodeHash::rounds)
                .max()
                .orElse(PasscodeHash.DEFAULT_ROUNDS);
    }

    /** How many hashes cost fewer rounds than a new one would. */
    long weak() {
        return all().stream()
                .flatMap(user -> user.hash().stream())
                .filter(hash -> hash.rounds() < PasscodeHash.DEFAULT_ROUNDS)
                .count();
    }
}
