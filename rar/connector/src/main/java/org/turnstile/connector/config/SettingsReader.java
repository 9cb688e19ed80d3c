/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.turnstile.connector.config.SettingsException.Problem;

/** Reads {@code turnstile.properties} and gathers all that is wrong with it. */
final class SettingsReader {

    private static final String LISTENER = "listener.";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,32}");
    private static final int MOST_LISTENERS = 1000;

    private final String file;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private final Values adapter = new Values();
    private final Map<String, Values> listeners = new LinkedHashMap<>();
    private final Map<String, String> archive = new HashMap<>();

    private SettingsReader(Path file) {
        this.file = file.toString();
        listeners.put(Settings.DEFAULT_LISTENER, new Values());
    }

    static Settings read(Path file) throws SettingsException {
        SettingsReader reader = new SettingsReader(file);
        PropertiesFile.read(file, reader.problems).forEach(reader::take);
        return reader.settings();
    }

    private Settings settings() throws SettingsException {
        Map<String, ListenerSettings> built = new LinkedHashMap<>();
        listeners.forEach(
                (name, values) -> built.put(name, SettingsBuilder.listener(name, values)));
        new EndpointRules(file, lines, problems).check(List.copyOf(built.values()));
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
        return new Settings(SettingsBuilder.adapter(adapter), built, archive);
    }

    private void take(PropertiesFile.Entry entry) {
        Integer before = lines.putIfAbsent(entry.key(), entry.line());
        if (before != null) {
            problem(entry, "stands twice, first on line " + before);
        } else if (entry.key().startsWith(LISTENER)) {
            takeOfListener(entry);
        } else if (isOfArchive(entry.key())) {
            archive.put(entry.key(), entry.value());
        } else {
            put(adapter, SettingKey.of(entry.key(), false), entry);
        }
    }

    /** The application knows which of these there are. */
    private static boolean isOfArchive(String key) {
        return key.startsWith(Settings.ARCHIVE) && key.length() > Settings.ARCHIVE.length();
    }

    private void takeOfListener(PropertiesFile.Entry entry) {
        String rest = entry.key().substring(LISTENER.length());
        String name = rest.substring(0, Math.max(0, rest.lastIndexOf('.')));
        if (!NAME.matcher(name).matches()) {
            problem(entry, "listener name '" + name + "' is not 1 to 32 letters, digits, _ or -");
        } else if (!listeners.containsKey(name) && listeners.size() == MOST_LISTENERS) {
            problem(entry, "more than " + MOST_LISTENERS + " listeners");
        } else {
            Values values = listeners.computeIfAbsent(name, n -> new Values());
            put(values, SettingKey.of(rest.substring(name.length() + 1), true), entry);
        }
    }

    private void put(Values values, Optional<SettingKey> key, PropertiesFile.Entry entry) {
        if (key.isEmpty()) {
            problem(entry, "no such key");
            return;
        }
        try {
            values.put(key.get(), entry.value());
        } catch (IllegalArgumentException e) {
            problem(entry, e.getMessage());
        }
    }

    private void problem(PropertiesFile.Entry entry, String message) {
        problems.add(new Problem(file, entry.line(), entry.key(), entry.value(), message));
    }
}
