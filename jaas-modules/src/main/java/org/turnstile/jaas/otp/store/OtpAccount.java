/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.otp.store;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import org.turnstile.jaas.file.PercentCode;

/**
 * A user with one-time passwords.
 *
 * @param name in NFC, 1 to {@value #MAX_NAME} bytes in UTF-8, no control characters
 * @param state what is known of them
 */
public record OtpAccount(String name, OtpState state) {

    /** Most bytes of a name. */
    public static final int MAX_NAME = 256;

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if it is not such
     */
    public OtpAccount {
        name = checkName(name);
    }

    /**
     * Checks a name, and brings it into NFC.
     *
     * @throws IllegalArgumentException if it is empty, too long or has control characters
     */
    public static String checkName(String name) {
        PercentCode.check(name);
        String normal = Normalizer.normalize(name, Normalizer.Form.NFC);
        if (normal.getBytes(StandardCharsets.UTF_8).length > MAX_NAME) {
            throw new IllegalArgumentException("the name has more than " + MAX_NAME + " bytes");
        }
        return normal;
    }
}
