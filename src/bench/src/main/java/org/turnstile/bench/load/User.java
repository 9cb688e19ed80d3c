/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench.load;

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
}
