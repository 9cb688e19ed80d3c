/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.turnstile.api.Association;
import org.turnstile.api.Closing;
import org.turnstile.dicom.association.AssociationObserver;
import org.turnstile.dicom.association.AssociationRequest;
import org.turnstile.dicom.pdu.AAssociateRj;

/** Keeps what it is told, as one line each. */
final class RecordingObserver implements AssociationObserver {

    private final List<String> told = new CopyOnWriteArrayList<>();

    List<String> told() {
        return told;
    }

    @Override
    public void connected(InetSocketAddress peer) {
        told.add("connected");
    }

    @Override
    public void refused(InetSocketAddress peer) {
        told.add("refused");
    }

    @Override
    public void disconnected(InetSocketAddress peer) {
        told.add("disconnected");
    }

    @Override
    public void accepted(Association association) {
        told.add("accepted " + association.callingAeTitle());
    }

    @Override
    public void rejected(AssociationRequest request, AAssociateRj rj) {
        told.add("rejected " + rj.result() + "/" + rj.source() + "/" + rj.reason());
    }

    @Override
    public void closed(Association association, Closing closing) {
        told.add("closed " + closing);
    }

    @Override
    public void abandoned(AssociationRequest request) {
        told.add("abandoned");
    }

    @Override
    public void malformed(String id, InetSocketAddress peer, String fault) {
        told.add("malformed " + fault);
    }

    @Override
    public void failed(String id, Throwable cause) {
        told.add("failed " + cause);
    }
}
