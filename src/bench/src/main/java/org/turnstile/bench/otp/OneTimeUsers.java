/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench.otp;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.turnstile.bench.load.LoadException;
import org.turnstile.bench.load.User;
import org.turnstile.dicom.pdu.UserIdentityRq;
import org.turnstile.jaas.otp.store.OtpStore;
import org.turnstile.jaas.otp.store.OtpStoreException;

/**
 * Users with one-time passcodes, one for each association at once: passcodes of one user must be
 * used in their order, which associations beside each other do not keep.
 */
public final class OneTimeUsers implements User {

    /** Most passcodes of a chain (RFC 2289 §6.2: the sequence has four digits). */
    public static final int MOST_PASSCODES = 9_998;

    private final List<Chain> chains;

    /**
     * Makes their chains.
     *
     * @param users as many as there are associations at once, from 1
     * @param passcodes how many each of them has, 1 to {@value #MOST_PASSCODES}
     */
    public OneTimeUsers(int users, int passcodes) {
        if (users < 1 || passcodes < 1 || passcodes > MOST_PASSCODES) {
            throw new IllegalArgumentException(
                    "%d users with %d passcodes: from 1 user, 1 to %d passcodes"
                            .formatted(users, passcodes, MOST_PASSCODES));
        }
        chains =
                IntStream.range(0, users)
                        .mapToObj(user -> new Chain("bench" + user, passcodes))
                        .toList();
    }

    /**
     * Enrols them, each anew.
     *
     * @throws IOException if the states cannot be written
     */
    public void enrol(OtpStore states) throws IOException {
        try {
            for (Chain chain : chains) {
                states.remove(chain.account().name());
                states.add(chain.account());
            }
        } catch (OtpStoreException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public Optional<User> alone(int slot) {
        return Optional.of(chains.get(slot));
    }

    @Override
    public UserIdentityRq identity() throws LoadException {
        throw new LoadException("one-time passcodes: each association at once needs its own user");
    }
}
