/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.association;

import java.util.concurrent.CompletionStage;

/** Decides who may associate. Asked once for each association, before any DIMSE message. */
public interface AssociationGate {

    /**
     * Decides on one request. Called on the event loop, so it must not block; the answer may come
     * later and from any thread. A stage that fails, or an exception, rejects the association as
     * {@link org.turnstile.dicom.pdu.AAssociateRj#CONGESTION}. The caller wipes the request's user
     * identity once the stage has completed.
     */
    CompletionStage<Decision> decide(AssociationRequest request);
}
