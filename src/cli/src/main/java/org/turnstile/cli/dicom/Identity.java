/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.dicom;

import org.turnstile.cli.common.CommandFailedException;
import org.turnstile.dicom.dimse.client.ConnectOptionsBuilder;

/** As whom associations are asked for, one after the other. */
sealed interface Identity permits GivenIdentity, KerberosIdentity, OneTimeIdentity {

    /** Whether there is one; else the association is nobody's. */
    boolean isPresent();

    /**
     * Adds what goes on the wire for one association, since sending wipes it.
     *
     * @throws CommandFailedException if it cannot be had any more
     */
    void addTo(ConnectOptionsBuilder options) throws CommandFailedException;

    /** For people: a name, or what stands for one. */
    String who();

    /** Ends what is secret in it. */
    void wipe();

    /** "radiologist (confirmed)", "radiologist (unconfirmed)" or "nobody". */
    default String described(boolean confirmed) {
        return isPresent() ? who() + (confirmed ? " (confirmed)" : " (unconfirmed)") : who();
    }
}
