/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench.otp;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.turnstile.bench.load.LoadException;
import org.turnstile.bench.load.User;
import org.turnstile.dicom.pdu.UserIdentityRq;
import org.turnstile.jaas.otp.code.OtpAlgorithm;
import org.turnstile.jaas.otp.store.ChainState;
import org.turnstile.jaas.otp.store.OtpAccount;

/**
 * One user with a chain of RFC 2289 (SHA-1): each identity has the next passcode (type 2), in
 * hexadecimal digits, and asks for the positive response.
 */
final class Chain implements User {

    private static final int USERNAME_AND_PASSCODE = 2;
    private static final String SEED = "bench";

    /** Number 1 is never reached: there a chain is used up. */
    private static final int LAST = 1;

    private final String name;
    private final long[] values;
    private int next;

    /** A chain good for that many passcodes. */
    Chain(String name, int passcodes) {
        this.name = name;
        values = new long[passcodes + LAST + 1];
        byte[] passPhrase = ("pass-phrase of " + name).getBytes(StandardCharsets.UTF_8);
        values[0] = OtpAlgorithm.SHA1.value(Arrays.copyOf(passPhrase, 32), SEED, 0);
        for (int i = 1; i < values.length; i++) {
            values[i] = OtpAlgorithm.SHA1.next(values[i - 1]);
        }
        next = values.length - 2;
    }

    /** As a server is to know the user before the first passcode. */
    OtpAccount account() {
        int first = values.length - 1;
        return new OtpAccount(
                name, ChainState.begin(OtpAlgorithm.SHA1, first, SEED, values[first]));
    }

    @Override
    public UserIdentityRq identity() throws LoadException {
        if (next < LAST) {
            throw new LoadException("the passcodes of " + name + " are used up: make more of them");
        }
        byte[] passcode = "%016X".formatted(values[next]).getBytes(StandardCharsets.US_ASCII);
        next--;
        return new UserIdentityRq(
                USERNAME_AND_PASSCODE, true, name.getBytes(StandardCharsets.UTF_8), passcode);
    }

    @Override
    public int ahead() {
        return values.length - 1 - LAST;
    }
}
