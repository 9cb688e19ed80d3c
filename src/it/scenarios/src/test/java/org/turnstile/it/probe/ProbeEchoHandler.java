/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.probe;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.EJB;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import org.turnstile.api.EchoListener;
import org.turnstile.api.EchoRequest;
import org.turnstile.api.Status;

/** Writes down who echoes; a peer that calls itself RESTRICTED needs the permission to find. */
@MessageDriven(
        messageListenerInterface = EchoListener.class,
        activationConfig =
                @ActivationConfigProperty(propertyName = "listener", propertyValue = "probe"))
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ProbeEchoHandler implements EchoListener {

    /** Calling AE title of a peer whose echo is led through a bean that asks for a role. */
    public static final String RESTRICTED = "RESTRICTED";

    @EJB private CallerService callers;
    @EJB private Journal journal;

    @Override
    public Status onEcho(EchoRequest request) {
        boolean restricted = request.association().callingAeTitle().equals(RESTRICTED);
        String who = restricted ? callers.restricted() : callers.whoCalls();
        journal.note("echo " + request.association().callingAeTitle() + " " + who);
        return Status.SUCCESS;
    }
}
