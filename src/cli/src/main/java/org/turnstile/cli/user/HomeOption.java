/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.user;

import java.nio.file.Files;
import java.nio.file.Path;
import org.turnstile.cli.common.CommandFailedException;
import org.turnstile.cli.common.ExitCode;
import org.turnstile.cli.common.Surroundings;
import org.turnstile.jaas.passcode.UsersFile;
import picocli.CommandLine.Option;

/** Which home folder is meant; for the commands that edit one. */
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

    /** The folder, which must be there. */
    public Path folder(Surroundings surroundings) throws CommandFailedException {
        Path folder = home;
        if (folder == null) {
            String named = surroundings.environment().getOrDefault(VARIABLE, "");
            folder =
                    named.isEmpty()
                            ? surroundings.userHome().resolve(".turnstile-demo")
                            : Path.of(named);
        }
        if (!Files.isDirectory(folder)) {
            throw new CommandFailedException(
                    ExitCode.NO_FILE, "home folder " + folder + ": no such folder");
        }
        return folder;
    }

    /** The file of users in it. */
    UsersFile users(Surroundings surroundings) throws CommandFailedException {
        return new UsersFile(folder(surroundings).resolve("users"));
    }
}
