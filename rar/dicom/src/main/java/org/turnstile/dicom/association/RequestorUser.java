/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.association;

import org.turnstile.dicom.association.negotiation.Negotiated;
import org.turnstile.dicom.pdu.AAssociateAc;

/** The service-user of an association that we requested. */
public interface RequestorUser extends AssociationUser {

    /**
     * The peer has accepted.
     *
     * @param handler takes the user's primitives
     * @param ac as received
     * @param negotiated what was agreed on
     */
    void established(AssociationHandler handler, AAssociateAc ac, Negotiated negotiated);
}
