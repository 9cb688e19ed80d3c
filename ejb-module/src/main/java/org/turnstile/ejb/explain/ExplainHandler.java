/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.explain;

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
import org.turnstile.api.access.AccessExplanation;

/** Passes requests for an explanation on to {@link ExplainService}. */
@MessageDriven(
        messageListenerInterface = FindListener.class,
        activationConfig = {
            @ActivationConfigProperty(propertyName = "listener", propertyValue = "default"),
            @ActivationConfigProperty(
                    propertyName = "sopClasses",
                    propertyValue = AccessExplanation.SOP_CLASS)
        })
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ExplainHandler implements FindListener {

    @EJB private ExplainService service;

    @Override
    public Status onFind(FindRequest request, FindResponder responder)
            throws AssociationLostException {
        return service.explain(request, responder);
    }
}
