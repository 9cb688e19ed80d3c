/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.probe;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.EJB;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.SQLException;
import org.turnstile.api.EchoListener;
import org.turnstile.api.EchoRequest;
import org.turnstile.api.Status;

/**
 * An echo of a peer that calls itself ADD fills the index, one that calls itself REMOVE ends it.
 */
@MessageDriven(
        messageListenerInterface = EchoListener.class,
        activationConfig =
                @ActivationConfigProperty(propertyName = "listener", propertyValue = "probe"))
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BulkEchoHandler implements EchoListener {

    @EJB private BulkRows rows;

    @Override
    public Status onEcho(EchoRequest request) {
        try {
            if (request.association().callingAeTitle().equals("ADD")) {
                rows.add();
            } else {
                rows.remove();
            }
            return Status.SUCCESS;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
