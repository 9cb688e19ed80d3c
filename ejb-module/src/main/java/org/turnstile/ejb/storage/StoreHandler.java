/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.storage;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.EJB;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import org.turnstile.api.AssociationLostException;
import org.turnstile.api.Status;
import org.turnstile.api.StoreListener;
import org.turnstile.api.StoreRequest;

/** Passes C-STORE on to {@link StorageService}. */
@MessageDriven(
        messageListenerInterface = StoreListener.class,
        activationConfig =
                @ActivationConfigProperty(propertyName = "listener", propertyValue = "default"))
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class StoreHandler implements StoreListener {

    @EJB private StorageService service;

    @Override
    public Status onStore(StoreRequest request) throws AssociationLostException {
        return service.store(request);
    }
}
