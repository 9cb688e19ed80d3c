/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.user;

import java.io.IOException;
import org.turnstile.cli.common.CommandFailedException;
import org.turnstile.cli.common.Surroundings;
import org.turnstile.jaas.passcode.User;
import picocli.CommandLine.Command;

@Command(name = "list", description = "List the users, one a line; never their hashes.")
final class UserList extends UserSubcommand {

    UserList(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    void run(HomeOption home) throws CommandFailedException, IOException {
        for (User user : home.users(surroundings()).list()) {
            String notes =
                    (user.hash().isPresent() ? "" : "\tno passcode")
                            + (user.enabled() ? "" : "\tdisabled");
            out().println(user.name() + notes);
        }
    }
}
