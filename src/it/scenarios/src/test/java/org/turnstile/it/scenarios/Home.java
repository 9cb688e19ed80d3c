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

    private static final String ROLES =
            """
            dicom-find = user:radiologist
            dicom-store = user:modality, user:directory
            """;

    /** Writes the files of a new home. */
    public static Home create(Path folder, int port) throws IOException {
        Files.createDirectories(folder);
        Home home = new Home(folder);
        home.write("turnstile.properties", LISTENERS.formatted(port));
        home.write("login.conf", LOGIN);
        home.write("roles", ROLES);
        home.write("users", user(MODALITY) + user(RADIOLOGIST));
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
        Path objects = folder.resolve("objects");
        if (!Files.exists(objects)) {
            return List.of();
        }
        try (var files = Files.walk(objects)) {
            return files.filter(f -> f.toString().endsWith(".dcm")).toList();
        }
    }
}
