/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.user;

import java.io.IOException;
import java.time.Clock;
import org.turnstile.cli.common.CommandFailedException;
import org.turnstile.cli.common.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "unlock",
        description = "Forget a user's failed logins, so that a lock ends before its time.")
final class UserUnlock extends UserSubcommand {

    @Parameters(paramLabel = "NAME", description = "Name of the user, who may be of a directory.")
    private String name;

    UserUnlock(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    void run(HomeOption home) throws CommandFailedException, IOException {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("NAME: '' names nobody");
        }
        new UnlockOrders(home.folder(surroundings()), Clock.systemUTC()).unlock(name);
        out().println("User " + name + " is unlocked from the next login on");
    }
}
