/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench;

import java.time.Duration;
import java.util.Optional;
import org.turnstile.bench.load.BareName;
import org.turnstile.bench.load.Credentials;
import org.turnstile.bench.load.Target;
import org.turnstile.bench.load.User;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The options that say whom to ask, as whom. */
final class TargetOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "HOST", description = "name or address of the SCP")
    private String host;

    @Parameters(index = "1", paramLabel = "PORT", description = "port of the SCP")
    private int port;

    @Option(
            names = "-aec",
            defaultValue = "ANY-SCP",
            paramLabel = "TITLE",
            description = "called AE title (default: ${DEFAULT-VALUE})")
    private String called;

    @Option(
            names = "-aet",
            defaultValue = "BENCH",
            paramLabel = "TITLE",
            description = "calling AE title (default: ${DEFAULT-VALUE})")
    private String calling;

    @Option(names = "--user", paramLabel = "NAME", description = "user name, with --password")
    private Optional<String> user;

    @Option(
            names = "--password",
            paramLabel = "PASSCODE",
            description = "passcode; everybody on this machine can read it: for test accounts")
    private Optional<String> password;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "bare user name (type 1), which nothing proves")
    private Optional<String> name;

    @Option(
            names = "--patience",
            defaultValue = "30",
            paramLabel = "SECONDS",
            description = "longest time without an answer (default: ${DEFAULT-VALUE})")
    private long patience;

    Target target() {
        if (user.isPresent() != password.isPresent()) {
            throw new ParameterException(
                    spec.commandLine(), "--user and --password: only one of them is there");
        }
        if (user.isPresent() && name.isPresent()) {
            throw new ParameterException(spec.commandLine(), "--user and --name: both are there");
        }
        return Checks.inRange(spec, () -> new Target(host, port, called, calling, user()));
    }

    private Optional<User> user() {
        return name.<User>map(BareName::new)
                .or(() -> user.map(each -> new Credentials(each, password.orElseThrow())));
    }

    Duration patience() {
        return Duration.ofSeconds(patience);
    }
}
