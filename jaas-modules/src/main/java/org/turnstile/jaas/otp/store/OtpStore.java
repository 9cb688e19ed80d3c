/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.otp.store;

import java.util.List;
import java.util.Optional;

/**
 * The states of all users. Safe for many threads and several processes: of any number of callers
 * that replace the same state, one succeeds.
 *
 * <p>All methods throw {@link OtpStoreException} if the store cannot be reached or has an error.
 */
public interface OtpStore {

    /** The state of a user, as it is now. */
    Optional<OtpState> find(String name) throws OtpStoreException;

    /**
     * Replaces a state, if it is still the expected one. What has been replaced lasts when this
     * returns.
     *
     * @return whether it was replaced
     */
    boolean replace(String name, OtpState expected, OtpState next) throws OtpStoreException;

    /**
     * Adds a user.
     *
     * @return false if there is one of that name, who stays
     */
    boolean add(OtpAccount account) throws OtpStoreException;

    /**
     * Takes a user out.
     *
     * @return false if there was none of that name
     */
    boolean remove(String name) throws OtpStoreException;

    /** All users, in the store's order. */
    List<OtpAccount> list() throws OtpStoreException;
}
