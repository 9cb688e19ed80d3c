/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.turnstile.cli.common.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The manual's page of the command line says what the command line takes, no more and no less. */
class CommandLineDocumentTest {

    private static final Path PAGE = Path.of("../docs/command-line.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`-.*?`) \\| (.*?) ?\\| .* \\|$");

    static Stream<CommandSpec> commands() {
        return below(TurnstileCommand.create(Surroundings.ofProcess()));
    }

    private static Stream<CommandSpec> below(CommandLine line) {
        if (line.getSubcommands().isEmpty()) {
            return Stream.of(line.getCommandSpec());
        }
        return line.getSubcommands().values().stream().flatMap(CommandLineDocumentTest::below);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyOptionAndItsDefaultIsInTheTableOfItsCommand(CommandSpec command) throws IOException {
        Map<String, String> model = new LinkedHashMap<>();
        for (OptionSpec option : command.options()) {
            if (!option.usageHelp() && !option.versionHelp()) {
                model.put(
                        spelled(option),
                        option.defaultValue() == null ? "" : option.defaultValue());
            }
        }
        Map<String, String> page = new LinkedHashMap<>();
        Matcher row = ROW.matcher(section(command));
        while (row.find()) {
            String fallback = row.group(2);
            boolean literal = fallback.matches("`[^`]+`");
            page.put(row.group(1), literal ? fallback.replace("`", "") : "");
        }
        assertThat(page).containsExactlyInAnyOrderEntriesOf(model);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void thePageShowsTheFormOfTheCommand(CommandSpec command) throws IOException {
        String operands =
                command.positionalParameters().stream()
                        .map(p -> " " + p.paramLabel() + (p.arity().max() > 1 ? "..." : ""))
                        .collect(Collectors.joining());
        String form = "`" + command.qualifiedName() + " [OPTION]..." + operands + "`\n";
        assertThat(section(command)).startsWith("\n\n" + form);
    }

    @Test
    void theExitStatusesAreThoseOfTheHelp() throws IOException {
        CommandLine line = TurnstileCommand.create(Surroundings.ofProcess());
        List<String> rows =
                line.getCommandSpec().usageMessage().exitCodeList().entrySet().stream()
                        .map(code -> "| " + code.getKey() + " | " + code.getValue() + " |")
                        .toList();
        assertThat(Files.readString(PAGE).lines().toList()).containsSubsequence(rows);
        assertThat(rows).hasSize(5);
    }

    private static String spelled(OptionSpec option) {
        String value = option.arity().max() == 0 ? "" : " " + option.paramLabel();
        return Arrays.stream(option.names())
                .map(name -> "`" + name + value + "`")
                .collect(Collectors.joining(", "));
    }

    private static String section(CommandSpec command) throws IOException {
        String text = Files.readString(PAGE);
        Matcher heading = Pattern.compile("(?m)^#+ " + command.qualifiedName() + "$").matcher(text);
        assertThat(heading.find()).as("a heading " + command.qualifiedName()).isTrue();
        String rest = text.substring(heading.end());
        Matcher next = Pattern.compile("(?m)^#+ ").matcher(rest);
        return next.find() ? rest.substring(0, next.start()) : rest;
    }
}
