/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.user;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.turnstile.cli.common.CommandFailedException;
import org.turnstile.cli.common.ExitCode;
import org.turnstile.cli.common.Surroundings;
import org.turnstile.jaas.passcode.UsersFile;
import picocli.CommandLine.Option;

/** Which home folder is meant; for the commands that edit or read one. */
public final class HomeOption {

    /** Environment variable that names the home folder. */
    static final String VARIABLE = "TURNSTILE_HOME";

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description =
                    "Home folder of the adapter; default: the variable TURNSTILE_HOME, or"
                            + " ~/.turnstile-demo.")
    private Path home;

    /** Whether the option is given. */
    public boolean isGiven() {
        return home != null;
    }

    /** The folder, which must be there. */
    public Path folder(Surroundings surroundings) throws CommandFailedException {
        Path folder = home == null ? unsaid(surroundings) : home;
        if (!Files.isDirectory(folder)) {
            throw new CommandFailedException(
                    ExitCode.NO_FILE, "home folder " + folder + ": no such folder");
        }
        return folder;
    }

    /** The folder; it must be there if the option is given. */
    public Optional<Path> ifThere(Surroundings surroundings) throws CommandFailedException {
        return isGiven()
                ? Optional.of(folder(surroundings))
                : Optional.of(unsaid(surroundings)).filter(Files::isDirectory);
    }

    private static Path unsaid(Surroundings surroundings) {
        String named = surroundings.environment().getOrDefault(VARIABLE, "");
        return named.isEmpty()
                ? surroundings.userHome().resolve(".turnstile-demo")
                : Path.of(named);
    }

    /** The file of users in it. */
    UsersFile users(Surroundings surroundings) throws CommandFailedException {
        return new UsersFile(folder(surroundings).resolve("users"));
    }
}
