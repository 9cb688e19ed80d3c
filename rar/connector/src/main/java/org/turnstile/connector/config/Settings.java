/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.config;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * All that {@code turnstile.properties} says.
 *
 * @param adapter what holds for the adapter
 * @param listeners the listeners by name; {@code default} is always among them
 * @param archive the application's own keys, with their prefix, and their values as written
 */
public record Settings(
        AdapterSettings adapter,
        Map<String, ListenerSettings> listeners,
        Map<String, String> archive) {

    /** Name of the file in the folder {@code home}. */
    public static final String FILE = "turnstile.properties";

    /** Name of the listener that always exists. */
    public static final String DEFAULT_LISTENER = "default";

    /** What the application's own keys begin with. */
    public static final String ARCHIVE = "archive.";

    /** Copies the maps, keeping the order of the listeners. */
    public Settings {
        listeners = Collections.unmodifiableMap(new LinkedHashMap<>(listeners));
        archive = Map.copyOf(archive);
    }

    /**
     * Reads {@code turnstile.properties}; a missing file means all defaults.
     *
     * @param home folder of the configuration
     * @throws SettingsException lists every problem of the file
     */
    public static Settings read(Path home) throws SettingsException {
        return SettingsReader.read(home.resolve(FILE));
    }

    /** The listeners of each endpoint, in the order of the file. */
    public Map<Endpoint, List<ListenerSettings>> endpoints() {
        return listeners.values().stream()
                .collect(
                        Collectors.groupingBy(
                                ListenerSettings::endpoint,
                                LinkedHashMap::new,
                                Collectors.toUnmodifiableList()));
    }

    /**
     * The listener that serves a called AE title: the one that names it, else the one that serves
     * any.
     *
     * @param endpoint listeners of one endpoint
     * @param calledAeTitle called AE title of a request, without padding
     */
    public static Optional<ListenerSettings> select(
            List<ListenerSettings> endpoint, String calledAeTitle) {
        Optional<ListenerSettings> named =
                endpoint.stream().filter(l -> l.aeTitles().contains(calledAeTitle)).findFirst();
        return named.isPresent()
                ? named
                : endpoint.stream().filter(l -> l.aeTitles().isEmpty()).findFirst();
    }
}
