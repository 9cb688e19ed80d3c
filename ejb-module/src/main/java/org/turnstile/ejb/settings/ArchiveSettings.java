/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.settings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The settings of the archive.
 *
 * @param unverifiedUsers what a user counts for whose name nothing proved
 * @param accessFailure what is answered when the rules cannot be read
 * @param accessTimeout most time for looking up the rules, 1 s to 1 min, in whole seconds
 * @param databaseTimeout most time for one transaction, 1 s to 10 min
 */
public record ArchiveSettings(
        UnverifiedUsers unverifiedUsers,
        AccessFailure accessFailure,
        Duration accessTimeout,
        Duration databaseTimeout) {

    private static final Duration LEAST_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration MOST_ACCESS_TIMEOUT = Duration.ofMinutes(1);
    private static final Duration MOST_TIMEOUT = Duration.ofMinutes(10);

    /**
     * Reads them.
     *
     * @param given what the adapter's file has, by key with its prefix {@code archive.}
     * @throws IllegalArgumentException if a key is not known or a value not allowed; the message
     *     names key and value
     */
    public static ArchiveSettings of(Map<String, String> given) {
        List<String> unknown = new ArrayList<>();
        for (String key : new TreeMap<>(given).keySet()) {
            if (!ArchiveKey.isKnown(key)) {
                unknown.add(key);
            }
        }
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "turnstile.properties: unknown " + String.join(", ", unknown));
        }
        return new ArchiveSettings(
                ArchiveKey.UNVERIFIED_USERS.word(
                        UnverifiedUsers.class, value(given, ArchiveKey.UNVERIFIED_USERS)),
                ArchiveKey.ACCESS_FAILURE.word(
                        AccessFailure.class, value(given, ArchiveKey.ACCESS_FAILURE)),
                ArchiveKey.ACCESS_TIMEOUT.duration(
                        value(given, ArchiveKey.ACCESS_TIMEOUT),
                        LEAST_TIMEOUT,
                        MOST_ACCESS_TIMEOUT),
                ArchiveKey.DATABASE_TIMEOUT.duration(
                        value(given, ArchiveKey.DATABASE_TIMEOUT), LEAST_TIMEOUT, MOST_TIMEOUT));
    }

    private static String value(Map<String, String> given, ArchiveKey key) {
        return given.getOrDefault(key.key(), key.byDefault());
    }
}
