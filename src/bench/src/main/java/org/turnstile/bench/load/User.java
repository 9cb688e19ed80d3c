/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench.load;

import java.util.Optional;
import org.turnstile.dicom.pdu.UserIdentityRq;

/** As whom an SCP is asked. */
public interface User {

    /**
     * The user identity sub-item (58H), new each time since whoever sends it wipes it.
     *
     * @throws LoadException if there is none
     */
    UserIdentityRq identity() throws LoadException;

    /**
     * For how many associations an identity is made before the clock starts, where each needs one
     * of its own; 0 where the same bytes serve always.
     */
    default int ahead() {
        return 0;
    }

    /**
     * Who comes instead on one of the associations at once, and the next ones after it, where these
     * must not share identities; empty where they may.
     *
     * @param slot from 0
     */
    default Optional<User> alone(int slot) {
        return Optional.empty();
    }
}
