/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.wildfly;

import java.nio.charset.StandardCharsets;
import org.turnstile.jaas.otp.code.OtpAlgorithm;
import org.turnstile.jaas.otp.code.SixWords;
import org.turnstile.jaas.otp.store.ChainState;
import org.turnstile.jaas.otp.store.OtpAccount;
import org.turnstile.jaas.otp.store.OtpStore;
import org.turnstile.jaas.otp.store.OtpStoreException;

/**
 * A user with a chain of one-time passcodes (RFC 2289, SHA-1) that begins at {@value #FIRST}.
 *
 * @param name the user's name
 */
record OneTimeUser(String name) {

    /** Number of the value that the chain begins with; the next one is the first passcode. */
    static final int FIRST = 99;

    private static final String SEED = "it1";

    /** Enrols the user, whose chain is to begin anew if there is one. */
    OneTimeUser in(OtpStore store) throws OtpStoreException {
        store.remove(name);
        store.add(
                new OtpAccount(
                        name, ChainState.begin(OtpAlgorithm.SHA1, FIRST, SEED, value(FIRST))));
        return this;
    }

    /** The passcode of that number in hexadecimal digits. */
    String hex(int number) {
        return "%016X".formatted(value(number));
    }

    /** The same in six words. */
    String words(int number) {
        return SixWords.encode(value(number));
    }

    private long value(int number) {
        byte[] passPhrase = ("pass-phrase of " + name).getBytes(StandardCharsets.US_ASCII);
        return OtpAlgorithm.SHA1.value(passPhrase, SEED, number);
    }
}
