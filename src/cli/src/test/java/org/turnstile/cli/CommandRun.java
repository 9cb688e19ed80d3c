/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.turnstile.cli.common.Surroundings;
import picocli.CommandLine;

/** Runs the command line in this process and keeps what it said. */
public final class CommandRun {

    private final Deque<char[]> answers = new ArrayDeque<>();
    private final List<String> questions = new ArrayList<>();
    private final Map<String, String> environment;
    private final Path userHome;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String stdin = "";
    private boolean terminal;
    private int exitCode = -1;

    private CommandRun(Map<String, String> environment, Path userHome) {
        this.environment = environment;
        this.userHome = userHome;
    }

    public static CommandRun in(Path userHome) {
        return new CommandRun(Map.of(), userHome);
    }

    public static CommandRun in(Path userHome, Map<String, String> environment) {
        return new CommandRun(environment, userHome);
    }

    public CommandRun typing(String... lines) {
        List.of(lines).forEach(line -> answers.add(line.toCharArray()));
        return this;
    }

    public CommandRun stdin(String text) {
        stdin = text;
        return this;
    }

    /** As if a person watched. */
    public CommandRun onTerminal() {
        terminal = true;
        return this;
    }

    public CommandRun run(String... args) {
        Surroundings surroundings =
                new Surroundings(
                        new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8)),
                        this::answer,
                        environment,
                        userHome,
                        terminal);
        CommandLine line = TurnstileCommand.create(surroundings);
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        exitCode = line.execute(args);
        return this;
    }

    private Optional<char[]> answer(String question) {
        questions.add(question);
        return Optional.ofNullable(answers.poll());
    }

    /** What was asked for without echo. */
    public List<String> questions() {
        return questions;
    }

    public int exitCode() {
        return exitCode;
    }

    public String out() {
        return out.toString();
    }

    public String err() {
        return err.toString();
    }
}
