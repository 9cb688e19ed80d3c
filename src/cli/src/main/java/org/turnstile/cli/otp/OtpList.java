/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.otp;

import java.time.temporal.ChronoUnit;
import org.turnstile.cli.common.Surroundings;
import org.turnstile.jaas.otp.store.ChainState;
import org.turnstile.jaas.otp.store.HotpState;
import org.turnstile.jaas.otp.store.LastUse;
import org.turnstile.jaas.otp.store.OtpAccount;
import org.turnstile.jaas.otp.store.OtpState;
import org.turnstile.jaas.otp.store.OtpStore;
import org.turnstile.jaas.otp.store.OtpStoreException;
import org.turnstile.jaas.otp.store.TotpState;
import picocli.CommandLine.Command;

@Command(
        name = "list",
        description =
                "List the users, one a line, with kind and last use; never keys or passcodes.")
final class OtpList extends OtpSubcommand {

    OtpList(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    void run(OtpStore store) throws OtpStoreException {
        for (OtpAccount account : store.list()) {
            String last = account.state().lastUse().map(OtpList::text).orElse("never used");
            out().println(account.name() + "\t" + kind(account.state()) + "\t" + last);
        }
    }

    private static String kind(OtpState state) {
        if (state instanceof ChainState chain) {
            return "otp-" + chain.stored().algorithm().id() + ", " + chain.left() + " left";
        }
        if (state instanceof HotpState hotp) {
            return "hotp, counter " + hotp.counter();
        }
        return "totp-" + ((TotpState) state).algorithm().id();
    }

    private static String text(LastUse use) {
        return use.time().truncatedTo(ChronoUnit.SECONDS) + " from " + use.place();
    }
}
