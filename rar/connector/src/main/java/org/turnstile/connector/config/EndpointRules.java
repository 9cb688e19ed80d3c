/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.turnstile.connector.config.SettingsException.Problem;

/**
 * What must hold between listeners that share a port: a called AE title tells them apart, and they
 * agree on what applies before it has been read.
 */
final class EndpointRules {

    private static final Map<SettingKey, Function<ListenerSettings, Object>> OF_THE_PORT =
            Map.of(
                    SettingKey.ARTIM, l -> l.port().artim(),
                    SettingKey.MAX_CONNECTIONS, l -> l.port().maxConnections(),
                    SettingKey.ASSOCIATE_LENGTH, l -> l.port().pduLimits().associateLength(),
                    SettingKey.MAXIMUM_LENGTH, l -> l.port().pduLimits().dataLength(),
                    SettingKey.PRESENTATION_CONTEXTS,
                            l -> l.port().pduLimits().presentationContexts(),
                    SettingKey.ITEMS, l -> l.port().pduLimits().items());

    private final String file;
    private final Map<String, Integer> lines;
    private final List<Problem> problems;

    EndpointRules(String file, Map<String, Integer> lines, List<Problem> problems) {
        this.file = file;
        this.lines = lines;
        this.problems = problems;
    }

    /** Compares each listener with the ones before it on the same endpoint. */
    void check(List<ListenerSettings> listeners) {
        List<ListenerSettings> before = new ArrayList<>();
        for (ListenerSettings listener : listeners) {
            before.stream()
                    .filter(other -> other.endpoint().equals(listener.endpoint()))
                    .findFirst()
                    .ifPresent(first -> checkPort(first, listener));
            before.stream()
                    .filter(other -> other.endpoint().equals(listener.endpoint()))
                    .forEach(other -> checkTitles(other, listener));
            before.add(listener);
        }
    }

    private void checkTitles(ListenerSettings one, ListenerSettings other) {
        Set<String> shared = new HashSet<>(one.aeTitles());
        shared.retainAll(other.aeTitles());
        if (one.aeTitles().isEmpty() && other.aeTitles().isEmpty()) {
            problem(one, other, SettingKey.AE_TITLES, "", "both serve any called AE title");
        } else if (!shared.isEmpty()) {
            String titles = String.join(", ", shared.stream().sorted().toList());
            problem(one, other, SettingKey.AE_TITLES, titles, "served by both");
        }
    }

    private void checkPort(ListenerSettings one, ListenerSettings other) {
        for (SettingKey key : SettingKey.values()) {
            Function<ListenerSettings, Object> value = OF_THE_PORT.get(key);
            if (value != null && !value.apply(one).equals(value.apply(other))) {
                String values = value.apply(one) + ", " + value.apply(other);
                problem(one, other, key, values, "must be equal on one port");
            }
        }
    }

    private void problem(
            ListenerSettings one,
            ListenerSettings other,
            SettingKey key,
            String value,
            String what) {
        problems.add(
                new Problem(
                        file,
                        line(one, other, key),
                        "listener." + other.name() + "." + key.key(),
                        value,
                        "listeners '%s' and '%s' share %s: %s"
                                .formatted(one.name(), other.name(), one.endpoint(), what)));
    }

    /** Where the operator will look first: the key of either listener, else the port of either. */
    private int line(ListenerSettings one, ListenerSettings other, SettingKey key) {
        for (SettingKey candidate : List.of(key, SettingKey.PORT, SettingKey.BIND_ADDRESS)) {
            for (ListenerSettings listener : List.of(other, one)) {
                Integer line = lines.get("listener." + listener.name() + "." + candidate.key());
                if (line != null) {
                    return line;
                }
            }
        }
        return 0;
    }
}
