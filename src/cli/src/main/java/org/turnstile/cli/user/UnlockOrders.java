/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.user;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Properties;

/**
 * The file {@code unlocked} of a home folder: Java properties, a user's name and the instant of the
 * order. The adapter looks at it before each login. It holds no secret, and is readable as the
 * umask says, since the server may run as another user than the administrator.
 */
final class UnlockOrders {

    /** Locks end by themselves after 15 minutes, so that older orders say nothing any more. */
    static final Duration KEPT = Duration.ofDays(1);

    private final Path file;
    private final Clock clock;

    UnlockOrders(Path home, Clock clock) {
        this.file = home.resolve("unlocked");
        this.clock = clock;
    }

    /** Adds an order; the file is replaced in one step, and two commands at once both count. */
    void unlock(String name) throws IOException {
        Path lockFile = file.resolveSibling("unlocked.lock");
        try (FileChannel channel =
                        FileChannel.open(
                                lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            Properties orders = new Properties();
            if (lock.isValid() && Files.exists(file)) {
                try (Reader reader = Files.newBufferedReader(file)) {
                    orders.load(reader);
                }
            }
            orders.values().removeIf(at -> isOld((String) at));
            orders.setProperty(name, clock.instant().toString());
            replace(orders);
        }
    }

    private boolean isOld(String at) {
        try {
            return Instant.parse(at.strip()).isBefore(clock.instant().minus(KEPT));
        } catch (DateTimeParseException e) {
            return true;
        }
    }

    private void replace(Properties orders) throws IOException {
        StringWriter text = new StringWriter();
        orders.store(text, "user = when its failed logins were ordered to be forgotten");
        Path next = file.resolveSibling(".unlocked.new");
        try (FileChannel channel =
                FileChannel.open(
                        next,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text.toString());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
