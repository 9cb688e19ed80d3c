/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.config;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.turnstile.connector.config.SettingsException.Problem;

/**
 * A file in the format of {@link Properties}, in UTF-8, read so that each entry knows its line and
 * none is lost: a key that stands twice is an entry twice.
 */
final class PropertiesFile {

    /** Most bytes of a file; a thousand listeners fit. */
    static final int MAX_LENGTH = 1024 * 1024;

    /**
     * One entry.
     *
     * @param line line on which it begins, from 1
     * @param key the key
     * @param value the value, without blanks around it
     */
    record Entry(int line, String key, String value) {}

    private final Path file;
    private final List<Problem> problems;
    private final List<Entry> entries = new ArrayList<>();

    private PropertiesFile(Path file, List<Problem> problems) {
        this.file = file;
        this.problems = problems;
    }

    /** Reads the entries; a file that is missing has none. What is wrong is added to problems. */
    static List<Entry> read(Path file, List<Problem> problems) {
        PropertiesFile properties = new PropertiesFile(file, problems);
        if (Files.exists(file)) {
            properties.readLines();
        }
        return properties.entries;
    }

    private void readLines() {
        try {
            long size = Files.size(file);
            if (size > MAX_LENGTH) {
                problem(0, "has " + size + " bytes, more than " + MAX_LENGTH);
                return;
            }
            parse(Files.readAllLines(file, StandardCharsets.UTF_8));
        } catch (CharacterCodingException e) {
            problem(0, "is not UTF-8");
        } catch (IOException e) {
            problem(0, "cannot be read: " + e);
        }
    }

    private void parse(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            int first = i;
            StringBuilder logical = new StringBuilder(lines.get(i));
            boolean comment = lines.get(i).stripLeading().matches("[#!].*");
            while (!comment && continues(logical) && i + 1 < lines.size()) {
                logical.setLength(logical.length() - 1);
                logical.append(lines.get(++i).stripLeading());
            }
            entry(first + 1, logical.toString());
        }
    }

    /** An odd number of backslashes at its end joins a line to the next one. */
    private static boolean continues(CharSequence line) {
        int backslashes = 0;
        while (backslashes < line.length()
                && line.charAt(line.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    private void entry(int line, String logical) {
        Properties one = new Properties();
        try {
            one.load(new StringReader(logical));
        } catch (IOException | IllegalArgumentException e) {
            problem(line, "cannot be read: " + e.getMessage());
        }
        for (Map.Entry<Object, Object> e : one.entrySet()) {
            entries.add(new Entry(line, (String) e.getKey(), ((String) e.getValue()).strip()));
        }
    }

    private void problem(int line, String message) {
        problems.add(new Problem(file.toString(), line, "file", "", message));
    }
}
