/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.settings;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The keys of {@code turnstile.properties} that are the archive's, with what they may be. */
public enum ArchiveKey {
    /** {@link ArchiveSettings#unverifiedUsers}. */
    UNVERIFIED_USERS(
            "archive.unverifiedUsers",
            UnverifiedUsers.class,
            "ANONYMOUS",
            "what a user counts for whose name nothing proved; `TRUSTED`: for the name"),

    /** {@link ArchiveSettings#accessFailure}. */
    ACCESS_FAILURE(
            "archive.accessFailure",
            AccessFailure.class,
            "NOT_AUTHORIZED",
            "the answer when the rules cannot be read: 0124H or A700H"),

    /** {@link ArchiveSettings#accessTimeout}. */
    ACCESS_TIMEOUT(
            "archive.accessTimeout",
            "duration",
            "5s",
            "1s to 1m",
            "most time for looking up the rules; then the operation is refused"),

    /** {@link ArchiveSettings#databaseTimeout}. */
    DATABASE_TIMEOUT(
            "archive.databaseTimeout",
            "duration",
            "10s",
            "1s to 10m",
            "most time for one transaction, and for looking whether an instance is known; then"
                    + " the operation is answered A700H. Objects that are stored at the same time"
                    + " share a transaction, and may wait for the one before it");

    private final String key;
    private final String type;
    private final String byDefault;
    private final String range;
    private final String meaning;

    <T extends Enum<T>> ArchiveKey(String key, Class<T> words, String byDefault, String meaning) {
        this(
                key,
                "word",
                byDefault,
                Arrays.stream(words.getEnumConstants())
                        .map(Enum::name)
                        .collect(Collectors.joining(", ")),
                meaning);
    }

    ArchiveKey(String key, String type, String byDefault, String range, String meaning) {
        this.key = key;
        this.type = type;
        this.byDefault = byDefault;
        this.range = range;
        this.meaning = meaning;
    }

    /** As it stands in the file, with its prefix. */
    public String key() {
        return key;
    }

    /** What is taken when the file does not have it. */
    public String byDefault() {
        return byDefault;
    }

    /** Its row in the manual's table. */
    public String row() {
        return "| `%s` | %s | `%s` | %s | %s |".formatted(key, type, byDefault, range, meaning);
    }

    static boolean isKnown(String key) {
        return Arrays.stream(values()).anyMatch(each -> each.key.equals(key));
    }

    <T extends Enum<T>> T word(Class<T> words, String text) {
        return Arrays.stream(words.getEnumConstants())
                .filter(word -> word.name().equals(text))
                .findFirst()
                .orElseThrow(() -> wrong(text));
    }

    Duration duration(String text, Duration least, Duration most) {
        Duration duration = Durations.parse(text);
        if (duration == null || duration.compareTo(least) < 0 || duration.compareTo(most) > 0) {
            throw wrong(text);
        }
        return duration;
    }

    private IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException(key + ": '" + text + "' is not " + range);
    }
}
