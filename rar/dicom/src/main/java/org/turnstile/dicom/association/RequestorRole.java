/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.association;

import io.netty.buffer.ByteBuf;
import org.turnstile.dicom.association.negotiation.Negotiation;
import org.turnstile.dicom.association.state.State;
import org.turnstile.dicom.pdu.AAbort;
import org.turnstile.dicom.pdu.AAssociateAc;
import org.turnstile.dicom.pdu.AAssociateRq;

/** The requesting side of an association. */
final class RequestorRole implements Role {

    private final AssociationHandler handler;
    private final AAssociateRq rq;
    private final RequestorUser user;
    private ByteBuf encoded;

    RequestorRole(
            AssociationHandler handler, AAssociateRq rq, ByteBuf encoded, RequestorUser user) {
        this.handler = handler;
        this.rq = rq;
        this.encoded = encoded;
        this.user = user;
    }

    @Override
    public State collision() {
        return State.STA9;
    }

    @Override
    public void connected() {
        handler.machine().user(user);
    }

    @Override
    public void request() {
        ByteBuf bytes = encoded;
        encoded = null;
        handler.connection().writeAndWipe(bytes);
    }

    @Override
    public void confirmed(AAssociateAc ac) {
        if (Negotiation.carriesData(ac.userInformation().maximumLength())) {
            user.established(handler, ac, Negotiation.of(rq, ac));
        } else {
            String fault = "maximum length (51H): " + ac.userInformation().maximumLength();
            handler.invalid(AAbort.INVALID_PARAMETER, fault + " carries no data");
        }
    }

    @Override
    public void over(Ending ending) {
        if (encoded != null) { // the connection never opened
            encoded.setZero(0, encoded.capacity());
            encoded.release();
            encoded = null;
            user.ended(ending);
        }
    }

    @Override
    public void malformed(String fault) {
        // the user is told by the ending, which carries the same text
    }

    @Override
    public void failed(Throwable cause) {
        // the user is told by the ending
    }
}
