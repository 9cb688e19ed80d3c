/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.query;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.EJB;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import org.turnstile.api.AssociationLostException;
import org.turnstile.api.FindListener;
import org.turnstile.api.FindRequest;
import org.turnstile.api.FindResponder;
import org.turnstile.api.Status;

/** Passes C-FIND on to {@link QueryService}. */
@MessageDriven(
        messageListenerInterface = FindListener.class,
        activationConfig =
                @ActivationConfigProperty(propertyName = "listener", propertyValue = "default"))
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FindHandler implements FindListener {

    @EJB private QueryService service;

    @Override
    public Status onFind(FindRequest request, FindResponder responder)
            throws AssociationLostException {
        return service.find(request, responder);
    }
}
