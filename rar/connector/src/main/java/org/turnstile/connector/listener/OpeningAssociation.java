/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.listener;

import java.net.InetSocketAddress;
import java.time.Instant;
import org.turnstile.api.Association;
import org.turnstile.api.Line;
import org.turnstile.api.UserIdentity;
import org.turnstile.dicom.association.AssociationRequest;

/** An association whose accept has not been sent yet. */
record OpeningAssociation(String listener, AssociationRequest request, UserIdentity identity)
        implements Association {

    @Override
    public String id() {
        return request.id();
    }

    @Override
    public String calledAeTitle() {
        return request.rq().calledAeTitle();
    }

    @Override
    public String callingAeTitle() {
        return request.rq().callingAeTitle();
    }

    @Override
    public InetSocketAddress peer() {
        return request.peer();
    }

    @Override
    public Line line() {
        return request.line();
    }

    @Override
    public String peerImplementationClassUid() {
        return request.rq().userInformation().implementationClassUid();
    }

    @Override
    public String peerImplementationVersionName() {
        return request.rq().userInformation().implementationVersionName();
    }

    @Override
    public Instant since() {
        return request.at();
    }
}
