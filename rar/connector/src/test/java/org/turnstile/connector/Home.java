/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.turnstile.jaas.mapping.RoleMappingLoginModule;
import org.turnstile.jaas.passcode.PasscodeHash;
import org.turnstile.jaas.passcode.PasscodeLoginModule;
import org.turnstile.jaas.username.UsernameLoginModule;

/**
 * A configuration folder in the making. Alice has the passcode "secret", Bob has "builder"; both
 * may echo, Alice may store. Every listener takes bare names and passcodes on a plain line.
 */
final class Home {

    /** Name of the listener that always exists. */
    static final String DEFAULT = "default";

    private static final String ALICE = line("alice", "secret");
    private static final String BOB = line("bob", "builder");

    private final Path folder;
    private final Map<String, List<String>> files = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> listeners = new LinkedHashMap<>();

    Home(Path folder) {
        this.folder = folder;
        files.put("turnstile.properties", new ArrayList<>(List.of("eventLoops = 2")));
        files.put("users", new ArrayList<>(List.of(ALICE, BOB)));
        files.put(
                "roles",
                new ArrayList<>(
                        List.of("dicom-echo = user:alice, user:bob", "dicom-store = user:alice")));
        files.put("login.conf", new ArrayList<>());
        entry("turnstile-username", UsernameLoginModule.class, "");
        entry("turnstile-passcode", PasscodeLoginModule.class, "");
        listener(DEFAULT);
    }

    /** A line of the file {@code users}, at the lowest cost that is taken. */
    static String line(String name, String passcode) {
        byte[] utf8 = passcode.getBytes(StandardCharsets.UTF_8);
        return name + ":" + PasscodeHash.create(utf8, PasscodeHash.MIN_ROUNDS).format();
    }

    Path folder() {
        return folder;
    }

    List<String> listeners() {
        return List.copyOf(listeners.keySet());
    }

    /** Sets what holds for the adapter, such as {@code logins = 1}. */
    Home adapter(String setting) {
        return add("turnstile.properties", setting);
    }

    /** Adds a listener, or settings of one, such as {@code parsing = STRICT}. */
    Home listener(String name, String... settings) {
        Map<String, String> all =
                listeners.computeIfAbsent(name, n -> new LinkedHashMap<>(common(name)));
        for (String setting : settings) {
            String[] parts = setting.split("=", 2);
            all.put(parts[0].strip(), parts[1].strip());
        }
        return this;
    }

    private static Map<String, String> common(String name) {
        return Map.of(
                "port", "0",
                "aeTitles", name.equals(DEFAULT) ? "" : name,
                "trustUsername", "ALWAYS",
                "cleartextPasscode", "true",
                "stopGrace", "3s");
    }

    /** Sets the same for every listener that there is so far. */
    Home everyListener(String setting) {
        listeners().forEach(name -> listener(name, setting));
        return this;
    }

    /** Adds a login entry: this module, then the mapping of roles. */
    Home entry(String name, Class<?> module, String options) {
        return add(
                "login.conf",
                "%s {\n  %s required %s;\n  %s required;\n};"
                        .formatted(
                                name,
                                module.getName(),
                                options,
                                RoleMappingLoginModule.class.getName()));
    }

    /** Adds a login entry of nothing but this module. */
    Home bareEntry(String name, Class<?> module, String options) {
        return add("login.conf", name + " { " + module.getName() + " required " + options + "; };");
    }

    /** Adds a line to a file. */
    Home add(String file, String line) {
        files.computeIfAbsent(file, f -> new ArrayList<>()).add(line);
        return this;
    }

    /** Replaces the content of a file. */
    Home set(String file, String... lines) {
        files.put(file, new ArrayList<>(List.of(lines)));
        return this;
    }

    /** Writes all files. */
    void save() {
        List<String> properties = new ArrayList<>(files.get("turnstile.properties"));
        listeners.forEach(
                (name, settings) ->
                        settings.forEach(
                                (key, value) ->
                                        properties.add(
                                                "listener.%s.%s = %s"
                                                        .formatted(name, key, value))));
        files.forEach(
                (file, lines) ->
                        write(file, file.equals("turnstile.properties") ? properties : lines));
    }

    /** Writes one file. */
    void save(String file) {
        write(file, files.get(file));
    }

    private void write(String file, List<String> lines) {
        try {
            Files.write(folder.resolve(file), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of a file; none if it is not there. */
    List<String> lines(String file) {
        try {
            Path path = folder.resolve(file);
            return Files.exists(path) ? Files.readAllLines(path) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
