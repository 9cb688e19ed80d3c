/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.association;

import java.net.InetSocketAddress;
import java.time.Instant;
import org.turnstile.api.Association;
import org.turnstile.api.Line;
import org.turnstile.api.UserIdentity;

/** An association that we accepted. Keeps nothing of the request but what it tells. */
record AcceptedAssociation(
        String id,
        String listener,
        String calledAeTitle,
        String callingAeTitle,
        InetSocketAddress peer,
        Line line,
        String peerImplementationClassUid,
        String peerImplementationVersionName,
        UserIdentity identity,
        Instant since)
        implements Association {

    static AcceptedAssociation of(AssociationRequest request, Decision.Accept accept) {
        var rq = request.rq();
        return new AcceptedAssociation(
                request.id(),
                accept.listener(),
                rq.calledAeTitle(),
                rq.callingAeTitle(),
                request.peer(),
                request.line(),
                rq.userInformation().implementationClassUid(),
                rq.userInformation().implementationVersionName(),
                accept.identity(),
                request.at());
    }
}
