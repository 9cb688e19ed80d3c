/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads the dictionary's data files, which lie beside this class. */
final class DictionaryFiles {

    private DictionaryFiles() {}

    static List<ElementEntry> elements() {
        return rows("elements.tsv").stream().map(DictionaryFiles::element).toList();
    }

    static List<UIDEntry> uids() {
        return rows("uids.tsv").stream()
                .map(row -> new UIDEntry(row[0], row[1], row[2].equals("R"), row[3], row[4]))
                .toList();
    }

    private static ElementEntry element(String[] row) {
        List<VR> vrs =
                Arrays.stream(row[1].split(" or ")).map(VR::of).flatMap(Optional::stream).toList();
        return new ElementEntry(row[0], vrs, row[2], row[3].equals("R"), row[4], row[5]);
    }

    private static List<String[]> rows(String name) {
        try (InputStream in = DictionaryFiles.class.getResourceAsStream(name);
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
