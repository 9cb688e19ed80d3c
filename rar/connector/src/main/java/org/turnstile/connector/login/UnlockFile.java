/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.login;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import org.turnstile.connector.config.FileStamp;
import org.turnstile.connector.guard.LoginGuard;

/**
 * The file {@code unlocked}: a user name and the instant at which somebody ordered to forget the
 * user's failures, as {@code turnstile user unlock} writes it. Looked at before each login.
 */
final class UnlockFile {

    static final String FILE = "unlocked";

    /** Most bytes of the file. */
    static final int MAX_LENGTH = 1024 * 1024;

    private final Path file;
    private final LoginGuard guard;
    private final Consumer<String> problems;
    private Optional<FileStamp> applied = Optional.empty();

    UnlockFile(Path home, LoginGuard guard, Consumer<String> problems) {
        this.file = home.resolve(FILE);
        this.guard = guard;
        this.problems = problems;
    }

    /** Carries out what the file says if it has changed. An unreadable file unlocks nobody. */
    synchronized void apply() {
        try {
            Optional<FileStamp> now = FileStamp.of(file);
            if (now.isPresent() && !applied.map(a -> a.stillHolds(now.get())).orElse(false)) {
                applied = now;
                unlockAll(now.get().size());
            }
        } catch (IOException | IllegalArgumentException e) {
            problems.accept(file + ": cannot be read: " + e.getMessage());
        }
    }

    private void unlockAll(long size) throws IOException {
        if (size > MAX_LENGTH) {
            throw new IOException(size + " bytes > " + MAX_LENGTH);
        }
        Properties orders = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            orders.load(reader);
        }
        orders.stringPropertyNames().forEach(name -> unlock(name, orders.getProperty(name)));
    }

    private void unlock(String name, String instant) {
        try {
            guard.unlock(name, Instant.parse(instant.strip()));
        } catch (DateTimeParseException e) {
            problems.accept(file + ": " + name + " = '" + instant + "' is no instant");
        }
    }
}
