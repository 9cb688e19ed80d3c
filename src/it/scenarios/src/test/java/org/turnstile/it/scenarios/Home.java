/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.scenarios;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Properties;
import org.turnstile.it.probe.Journal;
import org.turnstile.jaas.passcode.PasscodeHash;

/**
 * A home folder for tests. On one port there are two listeners: {@code default} takes any called AE
 * title and lets nobody echo; {@code probe} takes PROBE, wants a user always and every association
 * audited.
 */
public record Home(Path folder) {

    /** May store. */
    public static final String MODALITY = "modality";

    /** May find. */
    public static final String RADIOLOGIST = "radiologist";

    /** May find, and sees everything. */
    public static final String CHIEF = "chief";

    /** May find and store; has the role {@code ward}. */
    public static final String ALICE = "alice";

    /** May find and store. */
    public static final String BOB = "bob";

    /** The roles that the folder begins with. */
    public static final String ROLES =
            """
            dicom-find = user:radiologist, user:chief, user:alice, user:bob
            dicom-store = user:modality, user:directory, user:alice, user:bob
            ward = user:alice
            """;

    /** The rules that the folder begins with. */
    public static final String ACCESS =
            """
            user chief all
            user radiologist institution NORTH
            """;

    /** The login entries that the folder begins with. */
    public static final String LOGIN =
            """
            turnstile-passcode {
                org.turnstile.jaas.passcode.PasscodeLoginModule required;
                org.turnstile.jaas.mapping.RoleMappingLoginModule required;
            };
            """;

    private static final String LISTENERS =
            """
            listener.default.port = %1$d
            listener.default.anonymousEcho = true
            listener.default.cleartextPasscode = true
            listener.default.open = APPLICATION

            listener.probe.port = %1$d
            listener.probe.aeTitles = PROBE
            listener.probe.cleartextPasscode = true
            listener.probe.auditRequired = true
            """;

    /** Writes the files of a new home. */
    public static Home create(Path folder, int port) throws IOException {
        Files.createDirectories(folder);
        Home home = new Home(folder);
        home.write("turnstile.properties", LISTENERS.formatted(port));
        home.write("login.conf", LOGIN);
        home.write("roles", ROLES);
        home.write("access", ACCESS);
        home.write(
                "users",
                user(MODALITY) + user(RADIOLOGIST) + user(CHIEF) + user(ALICE) + user(BOB));
        return home;
    }

    /** The passcode of a user. */
    public static String passcode(String user) {
        return user + "-pass";
    }

    private static String user(String name) {
        byte[] passcode = passcode(name).getBytes(StandardCharsets.UTF_8);
        String hash = PasscodeHash.create(passcode, PasscodeHash.MIN_ROUNDS).format();
        return name + ':' + hash + '\n';
    }

    /** Replaces a file in one step, as an editor does. */
    public void write(String name, String text) throws IOException {
        Path draft = folder.resolve(name + ".new");
        Files.writeString(draft, text);
        Files.move(draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    /** The port of all listeners. */
    public int port() {
        Properties properties = new Properties();
        try (var in = Files.newBufferedReader(folder.resolve("turnstile.properties"))) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Integer.parseInt(properties.getProperty("listener.default.port"));
    }

    /** What the probes wrote down. */
    public List<String> journal() {
        Path journal = folder.resolve(Journal.FILE);
        try {
            return Files.exists(journal) ? Files.readAllLines(journal) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The stored objects. */
    public List<Path> objects() throws IOException {
        return files("objects").stream()
                .filter(f -> f.toString().endsWith(".dcm"))
                .filter(f -> !f.startsWith(folder.resolve("objects/quarantine")))
                .toList();
    }

    /** Objects that are not yet there as a whole. */
    public List<Path> spool() throws IOException {
        return files("objects/spool");
    }

    /** What recovery has put aside. */
    public List<Path> quarantine() throws IOException {
        return files("objects/quarantine");
    }

    private List<Path> files(String below) throws IOException {
        Path top = folder.resolve(below);
        if (!Files.exists(top)) {
            return List.of();
        }
        try (var files = Files.walk(top)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
