/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.agent;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The section {@code [libdefaults]} of a {@code krb5.conf} and of the files that it includes. Of a
 * name that is there twice the first counts.
 */
final class LibDefaults {

    /** Most bytes of one file. */
    static final int MOST_BYTES = 1024 * 1024;

    /** Most files within each other. */
    private static final int MOST_DEEP = 10;

    private static final String SECTION = "[libdefaults]";

    private final Path file;
    private boolean inside;

    LibDefaults(Path file) {
        this.file = file;
    }

    /** The value of a name. */
    Optional<String> value(String name) throws IOException {
        inside = false;
        return value(file, name, 1);
    }

    private Optional<String> value(Path from, String name, int depth) throws IOException {
        if (depth > MOST_DEEP) {
            throw new IOException(from + ": included more than " + MOST_DEEP + " deep");
        }
        for (String line : lines(from)) {
            Optional<String> found = value(line.strip(), name, depth);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<String> value(String line, String name, int depth) throws IOException {
        String[] words = line.split("\\s+", 2);
        if (words.length == 2 && words[0].equals("include")) {
            return value(Path.of(words[1]), name, depth + 1);
        }
        if (words.length == 2 && words[0].equals("includedir")) {
            return included(Path.of(words[1]), name, depth + 1);
        }
        if (line.startsWith("[")) {
            inside = line.startsWith(SECTION);
            return Optional.empty();
        }
        int equals = line.indexOf('=');
        boolean meant = inside && equals > 0 && line.substring(0, equals).strip().equals(name);
        return meant ? Optional.of(unquoted(line.substring(equals + 1).strip())) : Optional.empty();
    }

    /** The files whose names MIT takes: letters, digits, hyphens and underscores, or *.conf. */
    private Optional<String> included(Path folder, String name, int depth) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files =
                    all.filter(
                                    path ->
                                            path.getFileName()
                                                    .toString()
                                                    .matches("[\\w-]+|[^.].*[.]conf"))
                            .sorted()
                            .collect(Collectors.toList());
        }
        for (Path included : files) {
            Optional<String> found = value(included, name, depth);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static List<String> lines(Path from) throws IOException {
        if (Files.size(from) > MOST_BYTES) {
            throw new IOException(from + ": more than " + MOST_BYTES + " bytes");
        }
        // any byte is a letter here: what is no ASCII stands in comments
        return Files.readAllLines(from, StandardCharsets.ISO_8859_1);
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
