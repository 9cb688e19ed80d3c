/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.verification;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.EJB;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import org.turnstile.api.EchoListener;
import org.turnstile.api.EchoRequest;
import org.turnstile.api.Status;

/** Passes C-ECHO on to {@link VerificationService}. */
@MessageDriven(
        messageListenerInterface = EchoListener.class,
        activationConfig =
                @ActivationConfigProperty(propertyName = "listener", propertyValue = "default"))
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EchoHandler implements EchoListener {

    @EJB private VerificationService service;

    @Override
    public Status onEcho(EchoRequest request) {
        return service.verify();
    }
}
