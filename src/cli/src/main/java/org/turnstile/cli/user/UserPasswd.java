/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.user;

import java.io.IOException;
import org.turnstile.cli.common.CommandFailedException;
import org.turnstile.cli.common.Secrets;
import org.turnstile.cli.common.Surroundings;
import org.turnstile.jaas.passcode.UsersFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "passwd", description = "Give a user another passcode.")
final class UserPasswd extends UserSubcommand {

    @Mixin private NewPasscode newPasscode;

    @Parameters(paramLabel = "NAME", description = "Name of the user.")
    private String name;

    UserPasswd(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    void run(HomeOption home) throws CommandFailedException, IOException {
        UsersFile users = home.users(surroundings());
        byte[] passcode = newPasscode.read(name, surroundings());
        try {
            users.change(name, passcode);
        } finally {
            Secrets.wipe(passcode);
        }
        out().println("Passcode of " + name + " changed in " + users.path());
    }
}
