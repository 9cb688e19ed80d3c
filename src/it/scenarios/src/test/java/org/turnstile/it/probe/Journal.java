/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.probe;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.turnstile.api.Associations;

/** Writes down, line by line, what the probes saw; the tests read the file. */
@Singleton
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Journal {

    /** The file's name in the home folder. */
    public static final String FILE = "journal";

    @Resource(lookup = "java:/turnstile/associations")
    private Associations associations;

    /** Adds a line. */
    public void note(String line) {
        Path file = associations.home().resolve(FILE);
        try {
            Files.writeString(
                    file, line + '\n', StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
