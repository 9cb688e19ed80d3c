/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.otp;

import java.security.SecureRandom;
import org.turnstile.cli.common.CommandFailedException;
import org.turnstile.cli.common.ExitCode;
import org.turnstile.cli.common.Surroundings;
import org.turnstile.jaas.otp.store.ChainState;
import org.turnstile.jaas.otp.store.OtpAccount;
import org.turnstile.jaas.otp.store.OtpState;
import org.turnstile.jaas.otp.store.OtpStore;
import org.turnstile.jaas.otp.store.OtpStoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "reset",
        description = "Begin a user's one-time passcodes anew; what the user had is void.")
final class OtpReset extends OtpSubcommand {

    private final SecureRandom random;

    @Mixin private NewState newState;

    @Mixin private Handover handover;

    @Parameters(paramLabel = "NAME", description = "Name of the user.")
    private String name;

    OtpReset(Surroundings surroundings, SecureRandom random) {
        super(surroundings);
        this.random = random;
    }

    @Override
    void run(OtpStore store) throws CommandFailedException, OtpStoreException {
        String user = OtpAccount.checkName(name);
        OtpState before = store.find(user).orElseThrow(() -> unknown(user));
        OtpState state = newState.make(user, surroundings(), random);
        if (isSameChain(before, state)) {
            throw new CommandFailedException(
                    ExitCode.FAILED,
                    "the new chain has the seed of the old one: RFC 2289 wants" + " another");
        }
        if (!store.replace(user, before, state)) {
            throw new CommandFailedException(
                    ExitCode.FAILED, "the user has logged in at this moment; nothing is changed");
        }
        out().println("User " + user + " begins anew.");
        handover.print(user, state, surroundings(), out());
    }

    private static boolean isSameChain(OtpState before, OtpState state) {
        return before instanceof ChainState old
                && state instanceof ChainState next
                && old.stored().seed().equals(next.stored().seed());
    }
}
