/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.otp;

import java.security.SecureRandom;
import org.turnstile.cli.common.CommandFailedException;
import org.turnstile.cli.common.ExitCode;
import org.turnstile.cli.common.Surroundings;
import org.turnstile.jaas.otp.store.OtpAccount;
import org.turnstile.jaas.otp.store.OtpState;
import org.turnstile.jaas.otp.store.OtpStore;
import org.turnstile.jaas.otp.store.OtpStoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "enrol", description = "Give a user one-time passcodes.")
final class OtpEnrol extends OtpSubcommand {

    private final SecureRandom random;

    @Mixin private NewState newState;

    @Mixin private Handover handover;

    @Parameters(paramLabel = "NAME", description = "Name as a peer sends it, compared exactly.")
    private String name;

    OtpEnrol(Surroundings surroundings, SecureRandom random) {
        super(surroundings);
        this.random = random;
    }

    @Override
    void run(OtpStore store) throws CommandFailedException, OtpStoreException {
        String user = OtpAccount.checkName(name);
        OtpState state = newState.make(user, surroundings(), random);
        if (!store.add(new OtpAccount(user, state))) {
            throw new CommandFailedException(
                    ExitCode.FAILED,
                    "there is a user '" + user + "' already; turnstile otp reset begins anew");
        }
        out().println("User " + user + " enrolled.");
        handover.print(user, state, surroundings(), out());
    }
}
