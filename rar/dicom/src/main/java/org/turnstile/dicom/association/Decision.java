/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.association;

import java.util.Optional;
import org.turnstile.api.UserIdentity;
import org.turnstile.dicom.association.negotiation.ContextPolicy;
import org.turnstile.dicom.pdu.AAbort;
import org.turnstile.dicom.pdu.AAssociateRj;

/** The answer of an {@link AssociationGate}. */
public sealed interface Decision {

    /**
     * Accept.
     *
     * @param listener name of the listener that the association belongs to
     * @param identity whose association it is
     * @param serverResponse content of the 59H; empty for no 59H at all
     * @param contexts which presentation contexts are accepted
     * @param limits limits from now on
     */
    record Accept(
            String listener,
            UserIdentity identity,
            Optional<byte[]> serverResponse,
            ContextPolicy contexts,
            AssociationLimits limits)
            implements Decision {}

    /**
     * Reject.
     *
     * @param rj the PDU to send
     */
    record Reject(AAssociateRj rj) implements Decision {}

    /**
     * Abort: the request breaks a rule that is not to be lived with.
     *
     * @param abort the PDU to send
     */
    record Abort(AAbort abort) implements Decision {}
}
