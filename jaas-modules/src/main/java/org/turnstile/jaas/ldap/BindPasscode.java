/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.ldap;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import org.turnstile.api.LoginUnavailableException;
import org.turnstile.jaas.JaasLogger;
import org.turnstile.jaas.file.Permissions;

/**
 * The passcode of the account that searches, read for each login: a new one counts at once, and
 * none stays in memory.
 */
final class BindPasscode {

    private static final int MOST_BYTES = 1024;

    private final Path file;
    private final AtomicBoolean warned = new AtomicBoolean();

    BindPasscode(Path file) {
        this.file = file;
    }

    /**
     * The passcode, to be wiped by the caller.
     *
     * @throws LoginUnavailableException if the file cannot be read, is empty or too long; the text
     *     quotes nothing of it
     */
    byte[] read() throws LoginUnavailableException {
        byte[] bytes = bytes();
        try {
            int end = bytes.length;
            while (end > 0 && (bytes[end - 1] == '\n' || bytes[end - 1] == '\r')) {
                end--;
            }
            if (end == 0 || bytes.length > MOST_BYTES) {
                throw new LoginUnavailableException(
                        "bindPasscodeFile: "
                                + file
                                + (end == 0 ? " is empty" : " has more than 1024 bytes"),
                        null);
            }
            return Arrays.copyOf(bytes, end);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private byte[] bytes() throws LoginUnavailableException {
        try (InputStream in = Files.newInputStream(file)) {
            if (Permissions.isReadableByAll(file) && warned.compareAndSet(false, true)) {
                JaasLogger.LOGGER.readableByAll(file);
            }
            return in.readNBytes(MOST_BYTES + 1);
        } catch (IOException e) {
            throw new LoginUnavailableException("bindPasscodeFile: " + file + " cannot be read", e);
        }
    }
}
