/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.kdc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps principals in a folder: the file {@code principals}, whose keys the file {@code master-key}
 * wraps. Whoever has both has the realm; both are readable by their owner only.
 */
final class PrincipalFile {
    private static final String FORMAT = "turnstile-kdc 1";
    private static final int LARGEST = 64 * 1024 * 1024;

    private final Path principals;
    private final PrincipalLine lines;

    private PrincipalFile(Path principals, PrincipalLine lines) {
        this.principals = principals;
        this.lines = lines;
    }

    /**
     * Opens the folder; a new one gets its key.
     *
     * @throws KdcException it cannot be read or written, or has principals but no key
     */
    static PrincipalFile open(Path folder) throws KdcException {
        Path principals = folder.resolve("principals");
        Path master = folder.resolve("master-key");
        try {
            if (!Files.exists(master) && !Files.exists(principals)) {
                byte[] key = new byte[KeyWrap.KEY_LENGTH];
                new SecureRandom().nextBytes(key);
                PrivateFile.write(master, key);
            }
            if (!Files.exists(master) || Files.size(master) != KeyWrap.KEY_LENGTH) {
                throw new KdcException(master + " is no key of 32 octets");
            }
            KeyWrap wrap = new KeyWrap(Files.readAllBytes(master));
            return new PrincipalFile(principals, new PrincipalLine(wrap));
        } catch (IOException e) {
            throw new KdcException("cannot open " + folder, e);
        }
    }

    /**
     * @throws KdcException a line cannot be read; the message names it
     */
    List<Principal> load() throws KdcException {
        if (!Files.exists(principals)) {
            return List.of();
        }
        List<Principal> loaded = new ArrayList<>();
        List<String> text = read();
        for (int i = 1; i < text.size(); i++) {
            try {
                loaded.add(lines.parse(text.get(i)));
            } catch (GeneralSecurityException | IllegalArgumentException e) {
                throw new KdcException(principals + ", line " + (i + 1) + " cannot be read", e);
            }
        }
        return loaded;
    }

    private List<String> read() throws KdcException {
        try {
            if (Files.size(principals) > LARGEST) {
                throw new KdcException(principals + " has more than " + LARGEST + " octets");
            }
            List<String> text = Files.readAllLines(principals, StandardCharsets.UTF_8);
            if (text.isEmpty() || !text.get(0).equals(FORMAT)) {
                throw new KdcException(principals + ", line 1 is not '" + FORMAT + "'");
            }
            return text;
        } catch (IOException e) {
            throw new KdcException("cannot read " + principals, e);
        }
    }

    /** Replaces the file as a whole. */
    void save(Iterable<Principal> all) throws KdcException {
        StringBuilder text = new StringBuilder(FORMAT).append('\n');
        try {
            for (Principal principal : all) {
                text.append(lines.format(principal)).append('\n');
            }
            PrivateFile.write(principals, text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException | GeneralSecurityException e) {
            throw new KdcException("cannot write " + principals, e);
        }
    }
}
