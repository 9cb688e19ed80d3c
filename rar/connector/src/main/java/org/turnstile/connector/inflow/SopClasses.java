/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.inflow;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.turnstile.api.UID;

/**
 * The SOP classes that an activation claims: UIDs, and the word {@code STORAGE} for every class of
 * the storage service (PS3.4 Annex B), whose UIDs share one root.
 */
final class SopClasses {

    /** All storage SOP classes. */
    static final String STORAGE = "STORAGE";

    private static final String STORAGE_ROOT = "1.2.840.10008.5.1.4.1.1.";

    private final Set<String> uids;
    private final boolean storage;

    private SopClasses(Set<String> uids, boolean storage) {
        this.uids = uids;
        this.storage = storage;
    }

    /**
     * Reads a comma list.
     *
     * @throws IllegalArgumentException names what is neither a UID nor {@code STORAGE}
     */
    static SopClasses parse(String list) {
        Set<String> words =
                Arrays.stream(list.split(",", -1))
                        .map(String::strip)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        boolean storage = words.remove(STORAGE);
        words.stream()
                .filter(word -> !UID.isValid(word))
                .findFirst()
                .ifPresent(
                        word -> {
                            throw new IllegalArgumentException(
                                    "sopClasses: '" + word + "' is neither a UID nor " + STORAGE);
                        });
        return new SopClasses(words, storage);
    }

    boolean contains(String uid) {
        return uids.contains(uid) || (storage && uid.startsWith(STORAGE_ROOT));
    }

    /** What both claim, if anything. */
    Optional<String> common(SopClasses other) {
        if (storage && other.storage) {
            return Optional.of(STORAGE);
        }
        return uids.stream()
                .filter(other::contains)
                .findFirst()
                .or(() -> other.uids.stream().filter(this::contains).findFirst());
    }
}
