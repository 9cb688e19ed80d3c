/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.dicom;

import java.util.Optional;
import org.turnstile.dicom.dimse.client.ConnectOptionsBuilder;
import org.turnstile.dicom.pdu.UserIdentityRq;

/**
 * An identity that is the same on each association.
 *
 * @param rq what is copied for each association; empty for nobody
 * @param who for people: a name, or what stands for one
 */
record GivenIdentity(Optional<UserIdentityRq> rq, String who) implements Identity {

    static final GivenIdentity NOBODY = new GivenIdentity(Optional.empty(), "nobody");

    @Override
    public boolean isPresent() {
        return rq.isPresent();
    }

    @Override
    public void addTo(ConnectOptionsBuilder options) {
        rq.map(GivenIdentity::copy).ifPresent(options::identity);
    }

    private static UserIdentityRq copy(UserIdentityRq original) {
        return new UserIdentityRq(
                original.type(),
                original.positiveResponseRequested(),
                original.primary().clone(),
                original.secondary().clone());
    }

    @Override
    public void wipe() {
        rq.ifPresent(UserIdentityRq::wipe);
    }
}
