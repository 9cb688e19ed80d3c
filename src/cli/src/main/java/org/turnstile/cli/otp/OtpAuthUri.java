/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.otp;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.turnstile.jaas.otp.store.HotpState;
import org.turnstile.jaas.otp.store.OtpState;
import org.turnstile.jaas.otp.store.TotpState;

/** The {@code otpauth} URI that authenticators read; holds the key. */
final class OtpAuthUri {

    private OtpAuthUri() {}

    /** The URI of a counter's or a time's key. */
    static String of(String issuer, String user, OtpState state) {
        String label = encode(issuer) + ":" + encode(user);
        if (state instanceof HotpState hotp) {
            return "otpauth://hotp/%s?secret=%s&issuer=%s&algorithm=SHA1&digits=%d&counter=%d"
                    .formatted(
                            label,
                            hotp.key().base32(),
                            encode(issuer),
                            hotp.digits(),
                            hotp.counter());
        }
        TotpState totp = (TotpState) state;
        return "otpauth://totp/%s?secret=%s&issuer=%s&algorithm=%s&digits=%d&period=%d"
                .formatted(
                        label,
                        totp.key().base32(),
                        encode(issuer),
                        totp.algorithm().id().toUpperCase(Locale.ROOT),
                        totp.digits(),
                        totp.period());
    }

    /** As RFC 3986 has it: a space is no plus sign. */
    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
