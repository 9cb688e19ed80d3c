/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.otp;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import org.turnstile.cli.common.Surroundings;
import org.turnstile.jaas.otp.store.ChainState;
import org.turnstile.jaas.otp.store.OtpState;
import picocli.CommandLine.Option;

/** What the user gets: the first challenge of a chain, or the key for an authenticator. */
final class Handover {

    @Option(
            names = "--issuer",
            paramLabel = "TEXT",
            defaultValue = "Turnstile",
            description = "Who the authenticator says the passcodes are for.")
    private String issuer;

    void print(String user, OtpState state, Surroundings surroundings, PrintWriter out) {
        if (state instanceof ChainState chain) {
            out.println("First challenge: " + chain.challenge().orElseThrow());
            return;
        }
        String uri = OtpAuthUri.of(issuer, user, state);
        out.println("For the authenticator; whoever has seen it has the passcodes:");
        out.println(uri);
        if (Charset.defaultCharset().newEncoder().canEncode(QrText.DARK_OVER_DARK)) {
            out.print(QrText.of(uri, surroundings.terminal()));
            out.flush();
        } else {
            out.println("No QR code: the terminal's character set has no blocks.");
        }
    }
}
