/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.turnstile.api.charset.SpecificCharacterSet;
import org.turnstile.api.data.Dataset;
import org.turnstile.api.data.DatasetBuilder;
import org.turnstile.api.data.Tag;

/** Keys by the sequences that they are in. */
final class KeyTree {

    private final Map<KeyPath, String> values = new LinkedHashMap<>();
    private final Map<Integer, KeyTree> sequences = new LinkedHashMap<>();

    void add(KeyPath path, String value) {
        List<Integer> tags = path.tags();
        if (tags.size() == 1) {
            values.put(path, value);
        } else {
            KeyPath below = new KeyPath(tags.subList(1, tags.size()));
            sequences.computeIfAbsent(tags.get(0), tag -> new KeyTree()).add(below, value);
        }
    }

    /** Adds elements, and sequences of one item each (PS3.4 §C.2.2.2.6). */
    void addTo(DatasetBuilder dataset, SpecificCharacterSet set) {
        values.forEach(
                (path, value) -> {
                    // declared by who makes the data set around
                    if (path.tag() != Tag.SpecificCharacterSet) {
                        KeyValue.set(dataset, path, value);
                    }
                });
        sequences.forEach(
                (tag, tree) -> {
                    DatasetBuilder item = Dataset.builder(set);
                    tree.addTo(item, set);
                    dataset.setSequence(tag, item.build());
                });
    }
}
