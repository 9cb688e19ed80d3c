/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.query;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import org.turnstile.api.Association;
import org.turnstile.api.AssociationLostException;
import org.turnstile.api.FindRequest;
import org.turnstile.api.FindResponder;
import org.turnstile.api.Status;
import org.turnstile.ejb.access.Access;
import org.turnstile.ejb.access.AccessUnavailableException;
import org.turnstile.ejb.access.Visibility;

/**
 * The Query service class (PS3.4 §C.4.1) over what the caller may see. Holds no transaction and no
 * connection while it waits for the peer.
 */
@Stateless
@RolesAllowed("dicom-find")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class QueryService {

    @EJB private Access access;
    @EJB private QueryPageService pages;

    /**
     * Answers one query.
     *
     * @return the final status
     * @throws AssociationLostException if the association ends before all matches are sent
     */
    public Status find(FindRequest request, FindResponder responder)
            throws AssociationLostException {
        return new FindOperation(sight(), pages::read).find(request, responder);
    }

    private FindOperation.Sight sight() {
        return new FindOperation.Sight() {
            @Override
            public Visibility of(Association association) throws AccessUnavailableException {
                return access.visibilityOf(association);
            }

            @Override
            public Status refused(Association association, AccessUnavailableException why) {
                return access.refused(association, why);
            }
        };
    }
}
