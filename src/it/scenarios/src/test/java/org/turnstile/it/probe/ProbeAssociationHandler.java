/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.probe;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.EJB;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import org.turnstile.api.Association;
import org.turnstile.api.AssociationListener;
import org.turnstile.api.Closing;
import org.turnstile.api.RejectedAssociation;

/** Writes down what becomes of associations; fails for a peer that calls itself UNAUDITED. */
@MessageDriven(
        messageListenerInterface = AssociationListener.class,
        activationConfig =
                @ActivationConfigProperty(propertyName = "listener", propertyValue = "probe"))
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ProbeAssociationHandler implements AssociationListener {

    /** Calling AE title of a peer whose opening cannot be written down. */
    public static final String UNAUDITED = "UNAUDITED";

    @EJB private Journal journal;

    @Override
    public void opened(Association association) {
        if (association.callingAeTitle().equals(UNAUDITED)) {
            throw new IllegalStateException("this one cannot be audited");
        }
        journal.note("opened " + association.callingAeTitle() + " " + association.identity());
    }

    @Override
    public void rejected(RejectedAssociation attempt) {
        journal.note("rejected " + attempt.callingAeTitle() + " " + attempt.claimedName());
    }

    @Override
    public void closed(Association association, Closing closing) {
        journal.note("closed " + association.callingAeTitle() + " " + closing);
    }
}
