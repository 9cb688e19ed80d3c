/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.query;

import java.util.ArrayList;
import java.util.List;
import org.turnstile.api.AssociationLostException;
import org.turnstile.api.FindResponder;
import org.turnstile.api.Status;
import org.turnstile.api.data.Dataset;

/** A peer that keeps what it gets, and cancels or leaves when it is told to. */
class Recorder implements FindResponder {

    private final List<Dataset> matches = new ArrayList<>();
    private final List<Status> statuses = new ArrayList<>();
    private int cancelAfter = Integer.MAX_VALUE;
    private int leaveAfter = Integer.MAX_VALUE;

    @Override
    public void pending(Dataset match) throws AssociationLostException {
        take(Status.PENDING, match);
    }

    @Override
    public void pendingWithWarning(Dataset match) throws AssociationLostException {
        take(Status.PENDING_WARNING, match);
    }

    void take(Status status, Dataset match) throws AssociationLostException {
        if (matches.size() == leaveAfter) {
            throw new AssociationLostException("the peer left");
        }
        statuses.add(status);
        matches.add(match);
    }

    @Override
    public boolean cancelled() {
        return matches.size() >= cancelAfter;
    }

    List<Dataset> matches() {
        return matches;
    }

    /** With which each match came. */
    List<Status> statuses() {
        return statuses;
    }

    /** Cancels once it has this many matches. */
    void cancelAfter(int count) {
        cancelAfter = count;
    }

    /** Leaves once it has this many matches. */
    void leaveAfter(int count) {
        leaveAfter = count;
    }
}
