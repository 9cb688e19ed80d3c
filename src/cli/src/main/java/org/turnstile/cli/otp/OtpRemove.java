/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.otp;

import org.turnstile.cli.common.CommandFailedException;
import org.turnstile.cli.common.Surroundings;
import org.turnstile.jaas.otp.store.OtpAccount;
import org.turnstile.jaas.otp.store.OtpStore;
import org.turnstile.jaas.otp.store.OtpStoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "remove", description = "Take a user's one-time passcodes away.")
final class OtpRemove extends OtpSubcommand {

    @Parameters(paramLabel = "NAME", description = "Name of the user.")
    private String name;

    OtpRemove(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    void run(OtpStore store) throws CommandFailedException, OtpStoreException {
        String user = OtpAccount.checkName(name);
        if (!store.remove(user)) {
            throw unknown(user);
        }
        out().println("User " + user + " has no one-time passcodes any more.");
    }
}
