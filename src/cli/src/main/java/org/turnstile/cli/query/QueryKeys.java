/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.turnstile.api.charset.SpecificCharacterSet;
import org.turnstile.api.data.Dataset;
import org.turnstile.api.data.DatasetBuilder;
import org.turnstile.api.data.Tag;

/** The keys of a query (PS3.4 §C.2.2.1), each once. */
public final class QueryKeys {

    private static final KeyPath LEVEL = new KeyPath(List.of(Tag.QueryRetrieveLevel));
    private static final KeyPath CHARACTER_SET = new KeyPath(List.of(Tag.SpecificCharacterSet));

    private final Map<KeyPath, String> values;

    private QueryKeys(Map<KeyPath, String> values) {
        this.values = values;
    }

    /**
     * Reads keys of the form {@code PATH} or {@code PATH=VALUE}.
     *
     * @throws IllegalArgumentException names the key that is wrong, and how
     */
    public static QueryKeys parse(List<String> arguments) {
        Map<KeyPath, String> values = new LinkedHashMap<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            KeyPath path = KeyPath.parse(equals < 0 ? argument : argument.substring(0, equals));
            String value = equals < 0 ? "" : argument.substring(equals + 1);
            if (values.put(path, value) != null) {
                throw new IllegalArgumentException(path + ": given twice");
            }
        }
        return new QueryKeys(values);
    }

    /** The value of Query/Retrieve Level, if it is among the keys. */
    public Optional<String> level() {
        return Optional.ofNullable(values.get(LEVEL));
    }

    /** The keys whose values people want to see, in the order they were named. */
    public List<KeyPath> shown() {
        List<KeyPath> shown = new ArrayList<>(values.keySet());
        shown.remove(LEVEL);
        shown.remove(CHARACTER_SET);
        return List.copyOf(shown);
    }

    /** These keys; where each has a value to match, also the usual ones of a level. */
    public QueryKeys orUsual(QueryLevel level) {
        if (shown().stream().anyMatch(path -> values.get(path).isEmpty())) {
            return this;
        }
        Map<KeyPath, String> all = new LinkedHashMap<>(values);
        level.usualKeys().forEach(keyword -> all.putIfAbsent(KeyPath.parse(keyword), ""));
        return new QueryKeys(all);
    }

    /**
     * The identifier of a request. Texts outside ASCII are sent in UTF-8, unless the keys name
     * another character set.
     *
     * @throws IllegalArgumentException if a value does not fit its VR
     * @throws org.turnstile.api.charset.CharacterSetException if the character set that was named
     *     has no code for a text
     */
    public Dataset identifier(QueryLevel level) {
        SpecificCharacterSet set = characterSet();
        DatasetBuilder identifier = Dataset.builder();
        if (!set.terms().isEmpty()) {
            String[] terms = set.terms().toArray(new String[0]);
            identifier.setString(Tag.SpecificCharacterSet, terms);
        }
        KeyTree tree = new KeyTree();
        values.forEach(tree::add);
        tree.addTo(identifier, set);
        return identifier.setString(Tag.QueryRetrieveLevel, level.name()).build();
    }

    private SpecificCharacterSet characterSet() {
        String named = values.getOrDefault(CHARACTER_SET, "");
        if (!named.isEmpty()) {
            return SpecificCharacterSet.of(List.of(named.split("\\\\", -1)));
        }
        boolean ascii = values.values().stream().allMatch(QueryKeys::isAscii);
        return ascii ? SpecificCharacterSet.DEFAULT : SpecificCharacterSet.UTF_8;
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }
}
