/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.turnstile.api.access.AccessLimits;
import org.turnstile.api.access.AccessRule;
import org.turnstile.api.access.AccessSyntaxException;
import org.turnstile.api.access.AccessText;
import org.turnstile.jaas.file.AtomicFile;

/**
 * The file {@code access} as the commands edit it. Lines that are not meant stay as they are, with
 * their comments and in their order. A file with an error is not written anew.
 */
final class RuleFile {

    private record Line(String text, Optional<AccessRule> rule) {}

    private final Path path;
    private final AtomicFile atomic;

    /** The file, which need not exist. */
    RuleFile(Path path) {
        this.path = path;
        this.atomic = new AtomicFile(path);
    }

    Path path() {
        return path;
    }

    /** All rules. */
    List<RuleLine> rules() throws IOException {
        return rules(lines());
    }

    /**
     * Adds a rule at the end, unless there is the same.
     *
     * @return the rule, or the first that is the same
     */
    RuleLine add(AccessRule rule) throws IOException {
        RuleLine[] place = new RuleLine[1];
        atomic.edit(
                () -> {
                    List<Line> lines = lines();
                    Optional<RuleLine> same =
                            rules(lines).stream()
                                    .filter(each -> each.rule().equals(rule))
                                    .findFirst();
                    place[0] = same.orElse(new RuleLine(lines.size() + 1, rule));
                    if (same.isEmpty()) {
                        lines.add(new Line(rule.toString(), Optional.of(rule)));
                        replace(lines);
                    }
                });
        return place[0];
    }

    /**
     * Removes rules.
     *
     * @return those that were removed, where they stood
     */
    List<RuleLine> remove(Predicate<RuleLine> which) throws IOException {
        List<RuleLine> removed = new ArrayList<>();
        atomic.edit(
                () -> {
                    List<Line> lines = lines();
                    rules(lines).stream().filter(which).forEach(removed::add);
                    for (int i = removed.size() - 1; i >= 0; i--) {
                        lines.remove(removed.get(i).number() - 1);
                    }
                    if (!removed.isEmpty()) {
                        replace(lines);
                    }
                });
        return removed;
    }

    private static List<RuleLine> rules(List<Line> lines) {
        List<RuleLine> rules = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            int number = i + 1;
            lines.get(i).rule().ifPresent(rule -> rules.add(new RuleLine(number, rule)));
        }
        return rules;
    }

    private List<Line> lines() throws IOException {
        List<Line> lines = new ArrayList<>();
        if (Files.exists(path)) {
            try {
                AccessText.read(path, AccessLimits.DEFAULT)
                        .lines((number, text, rule) -> lines.add(new Line(text, rule)));
            } catch (AccessSyntaxException e) {
                throw new IOException(path + ", " + e.getMessage(), e);
            }
        }
        return lines;
    }

    private void replace(List<Line> lines) throws IOException {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line.text()).append('\n'));
        atomic.replace(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
