/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.inflow;

import org.turnstile.api.AssociationLostException;
import org.turnstile.api.FindResponder;
import org.turnstile.api.Status;
import org.turnstile.api.data.Dataset;
import org.turnstile.dicom.dimse.DimseResponder;

/** Takes the matches of one query to the wire. */
record Matches(DimseResponder responder) implements FindResponder {

    @Override
    public void pending(Dataset match) throws AssociationLostException {
        responder.pending(Status.PENDING, match);
    }

    @Override
    public void pendingWithWarning(Dataset match) throws AssociationLostException {
        responder.pending(Status.PENDING_WARNING, match);
    }

    @Override
    public boolean cancelled() {
        return responder.cancelled();
    }
}
