/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.example;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.EJB;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import org.turnstile.api.EchoListener;
import org.turnstile.api.EchoRequest;
import org.turnstile.api.Status;

/** Takes C-ECHO on the listener "doorbell". */
@MessageDriven(
        messageListenerInterface = EchoListener.class,
        activationConfig =
                @ActivationConfigProperty(propertyName = "listener", propertyValue = "doorbell"))
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DoorbellHandler implements EchoListener {

    @EJB private DoorbellService service;

    @Override
    public Status onEcho(EchoRequest request) {
        return service.ring(request.association().callingAeTitle());
    }
}
