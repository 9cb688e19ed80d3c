/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.otp;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.turnstile.cli.common.CommandFailedException;
import org.turnstile.cli.common.Surroundings;
import picocli.CommandLine;

/** Runs {@code turnstile otp} in this process and keeps what it said. */
record OtpRun(int exitCode, String out, String err) {

    static OtpRun of(Path home, List<String> typed, String stdin, String... args) {
        Deque<char[]> answers = new ArrayDeque<>();
        typed.forEach(text -> answers.add(text.toCharArray()));
        Surroundings surroundings =
                new Surroundings(
                        new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8)),
                        prompt -> Optional.ofNullable(answers.poll()),
                        Map.of("TURNSTILE_HOME", home.toString()),
                        home,
                        false);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = OtpCommand.create(surroundings);
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        line.setExecutionExceptionHandler(
                (e, command, parsed) -> {
                    if (!(e instanceof CommandFailedException failure)) {
                        throw e;
                    }
                    command.getErr().println(e.getMessage());
                    return failure.exitCode();
                });
        int exitCode = line.execute(args);
        return new OtpRun(exitCode, out.toString(), err.toString());
    }
}
