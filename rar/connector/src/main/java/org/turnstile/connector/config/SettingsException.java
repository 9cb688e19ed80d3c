/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.config;

import java.io.Serial;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;

/** {@code turnstile.properties} cannot be used. Lists every problem found, not only the first. */
public final class SettingsException extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    private final List<Problem> problems;

    /** Takes the problems, at least one. */
    public SettingsException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, in the order of the file. */
    public List<Problem> problems() {
        return problems;
    }

    /**
     * One thing that is wrong.
     *
     * @param file the file
     * @param line line in it, from 1; 0 if it is in none
     * @param key the key as written
     * @param value the value as written
     * @param message what is wrong with it
     */
    public record Problem(String file, int line, String key, String value, String message)
            implements Serializable {
        @Serial private static final long serialVersionUID = 1L;

        @Override
        public String toString() {
            return file
                    + (line > 0 ? ":" + line : "")
                    + ": "
                    + key
                    + (value.isEmpty() ? "" : " = '" + value + "'")
                    + ": "
                    + message;
        }
    }
}
