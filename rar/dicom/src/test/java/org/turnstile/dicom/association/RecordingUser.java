/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.association;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.turnstile.dicom.association.negotiation.Negotiated;
import org.turnstile.dicom.pdu.AAssociateAc;
import org.turnstile.dicom.pdu.PDataTf;

/** A service-user that keeps what it is told and does what the test says. */
final class RecordingUser implements RequestorUser {

    private final List<String> told = new ArrayList<>();
    private Optional<AssociationHandler> handler;
    private Optional<Negotiated> negotiated;
    private Optional<Ending> ending = Optional.empty();
    private boolean busy;
    private boolean awaitsPeer;
    private boolean answersRelease;

    RecordingUser() {
        this.handler = Optional.empty();
        this.negotiated = Optional.empty();
    }

    RecordingUser(AssociationHandler handler, Negotiated negotiated) {
        this.handler = Optional.of(handler);
        this.negotiated = Optional.of(negotiated);
    }

    List<String> told() {
        return told;
    }

    Negotiated negotiated() {
        return negotiated.orElseThrow();
    }

    Ending ending() {
        return ending.orElseThrow();
    }

    void busy(boolean isBusy) {
        busy = isBusy;
    }

    void awaitsPeer(boolean awaits) {
        awaitsPeer = awaits;
    }

    /** Answers each A-RELEASE indication at once. */
    RecordingUser answersRelease() {
        answersRelease = true;
        return this;
    }

    @Override
    public void established(AssociationHandler taker, AAssociateAc ac, Negotiated agreed) {
        handler = Optional.of(taker);
        negotiated = Optional.of(agreed);
        told.add("established");
    }

    @Override
    public void data(PDataTf data) {
        told.add("data " + data.values().size());
    }

    @Override
    public void releaseIndication() {
        told.add("release");
        if (answersRelease) {
            handler.orElseThrow().releaseResponse();
        }
    }

    @Override
    public void ended(Ending how) {
        told.add("ended " + how.closing());
        ending = Optional.of(how);
    }

    @Override
    public boolean busy() {
        return busy;
    }

    @Override
    public boolean awaitsPeer() {
        return awaitsPeer;
    }
}
