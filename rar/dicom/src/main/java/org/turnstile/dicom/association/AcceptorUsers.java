/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.association;

import org.turnstile.api.Association;
import org.turnstile.dicom.association.negotiation.Negotiated;

/** Makes the service-user of each accepted association. */
@FunctionalInterface
public interface AcceptorUsers {

    /**
     * The accept is about to be sent.
     *
     * @param handler takes the user's primitives
     * @param association the association
     * @param negotiated what was agreed on
     * @param limits its limits
     */
    AssociationUser accepted(
            AssociationHandler handler,
            Association association,
            Negotiated negotiated,
            AssociationLimits limits);
}
