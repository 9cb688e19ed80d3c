/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.otp;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.turnstile.cli.common.CommandFailedException;
import org.turnstile.cli.common.ExitCode;
import org.turnstile.cli.common.Secrets;
import org.turnstile.cli.common.Surroundings;
import org.turnstile.jaas.otp.code.Challenge;
import org.turnstile.jaas.otp.code.OtpResponse;
import org.turnstile.jaas.otp.code.SixWords;
import org.turnstile.jaas.otp.store.ChainState;
import org.turnstile.jaas.otp.store.HotpState;
import org.turnstile.jaas.otp.store.OtpAccount;
import org.turnstile.jaas.otp.store.OtpState;
import org.turnstile.jaas.otp.store.OtpStore;
import org.turnstile.jaas.otp.store.OtpStoreException;
import org.turnstile.jaas.otp.store.TotpState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "challenge",
        description = "Show which passcode a user must answer with, and the next ones if asked.")
final class OtpChallenge extends OtpSubcommand {

    @Mixin private PassPhraseOption passPhrase;

    @Option(
            names = "--next",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "Print that many of the next passcodes, which is a list to keep secret. A"
                            + " chain needs the pass-phrase for it.")
    private int next;

    @Parameters(paramLabel = "NAME", description = "Name of the user.")
    private String name;

    OtpChallenge(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    void run(OtpStore store) throws CommandFailedException, OtpStoreException {
        String user = OtpAccount.checkName(name);
        OtpState state = store.find(user).orElseThrow(() -> unknown(user));
        if (state instanceof ChainState chain) {
            chain(user, chain);
        } else if (state instanceof HotpState hotp) {
            out().println("hotp " + hotp.counter());
            for (int i = 0; i < next; i++) {
                long counter = hotp.counter() + i;
                out().println(counter + ": " + hotp.password(counter));
            }
        } else {
            time((TotpState) state);
        }
    }

    private void chain(String user, ChainState chain) throws CommandFailedException {
        if (chain.exhausted()) {
            throw new CommandFailedException(
                    ExitCode.FAILED, "the chain is used up; turnstile otp reset begins a new one");
        }
        Challenge challenge = chain.challenge().orElseThrow();
        out().println(challenge);
        if (next == 0) {
            return;
        }
        byte[] secret = passPhrase.read(user, surroundings());
        try {
            check(chain, secret);
            int last = Math.max(ChainState.EXHAUSTED, challenge.sequence() - next + 1);
            for (int n = challenge.sequence(); n >= last; n--) {
                long value = challenge.algorithm().value(secret, challenge.seed(), n);
                out().println(n + ": " + OtpResponse.toHex(value) + "  " + SixWords.encode(value));
            }
        } finally {
            Secrets.wipe(secret);
        }
    }

    private static void check(ChainState chain, byte[] secret) throws CommandFailedException {
        Challenge stored = chain.stored();
        if (stored.algorithm().value(secret, stored.seed(), stored.sequence()) != chain.value()) {
            throw new CommandFailedException(
                    ExitCode.FAILED, "this is not the pass-phrase of the user's chain");
        }
    }

    private void time(TotpState totp) {
        Instant now = Instant.now();
        out().println("totp " + now.truncatedTo(ChronoUnit.SECONDS));
        for (int i = 0; i < next; i++) {
            long step = totp.step(now) + i;
            out().println(Instant.ofEpochSecond(step * totp.period()) + ": " + totp.password(step));
        }
    }
}
