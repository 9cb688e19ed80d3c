/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.login;

import java.util.Optional;
import org.turnstile.api.LoginUnavailableException;

/** Where login entries are looked up. */
interface LoginEntries {

    /**
     * The entry of this name.
     *
     * @throws LoginUnavailableException if entries cannot be read at all
     */
    Optional<LoginEntry> find(String name) throws LoginUnavailableException;
}
