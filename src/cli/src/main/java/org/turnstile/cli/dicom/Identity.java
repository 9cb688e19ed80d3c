/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.dicom;

import java.util.Optional;
import org.turnstile.dicom.pdu.UserIdentityRq;

/**
 * As whom an association is asked for.
 *
 * @param rq what is copied for each association; empty for nobody
 * @param who for people: a name, or what stands for one
 */
record Identity(Optional<UserIdentityRq> rq, String who) {

    static final Identity NOBODY = new Identity(Optional.empty(), "nobody");

    boolean isPresent() {
        return rq.isPresent();
    }

    /** What goes on the wire, for one association: sending wipes it. */
    Optional<UserIdentityRq> copy() {
        return rq.map(
                original ->
                        new UserIdentityRq(
                                original.type(),
                                original.positiveResponseRequested(),
                                original.primary().clone(),
                                original.secondary().clone()));
    }

    void wipe() {
        rq.ifPresent(UserIdentityRq::wipe);
    }

    /** "radiologist (confirmed)", "radiologist (unconfirmed)" or "nobody". */
    String described(boolean confirmed) {
        return isPresent() ? who + (confirmed ? " (confirmed)" : " (unconfirmed)") : who;
    }
}
