/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.user;

import java.io.IOException;
import org.turnstile.cli.common.CommandFailedException;
import org.turnstile.cli.common.Surroundings;
import org.turnstile.jaas.passcode.UsersFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "remove", description = "Remove a user.")
final class UserRemove extends UserSubcommand {

    @Parameters(paramLabel = "NAME", description = "Name of the user.")
    private String name;

    UserRemove(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    void run(HomeOption home) throws CommandFailedException, IOException {
        UsersFile users = home.users(surroundings());
        users.remove(name);
        out().println("User " + name + " removed from " + users.path());
    }
}
