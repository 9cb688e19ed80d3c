/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.login;

import java.net.InetSocketAddress;
import java.util.Optional;
import org.turnstile.api.Line;
import org.turnstile.connector.config.ListenerSettings;
import org.turnstile.dicom.association.AssociationRequest;
import org.turnstile.dicom.pdu.UserIdentityRq;

/**
 * What a login is decided on. The AE titles have been checked before one is made.
 *
 * @param listener the listener that the request belongs to
 * @param callingAeTitle calling AE title
 * @param calledAeTitle called AE title
 * @param peer address of the peer, resolved
 * @param line what protects the connection
 * @param identity the user identity (58H), whose owner wipes it once there is an outcome
 */
public record LoginAttempt(
        ListenerSettings listener,
        String callingAeTitle,
        String calledAeTitle,
        InetSocketAddress peer,
        Line line,
        Optional<UserIdentityRq> identity) {

    /** The attempt that an association request is. */
    public static LoginAttempt of(ListenerSettings listener, AssociationRequest request) {
        return new LoginAttempt(
                listener,
                request.rq().callingAeTitle(),
                request.rq().calledAeTitle(),
                request.peer(),
                request.line(),
                request.rq().userInformation().userIdentityRq());
    }
}
