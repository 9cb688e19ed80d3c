/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.inflow;

import jakarta.resource.spi.UnavailableException;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.turnstile.api.Association;
import org.turnstile.api.AssociationListener;
import org.turnstile.api.Closing;
import org.turnstile.api.RejectedAssociation;
import org.turnstile.connector.log.ConnectorLog;
import org.turnstile.connector.work.Lane;
import org.turnstile.connector.work.LaneFullException;
import org.turnstile.connector.work.ShortTask;

/**
 * Delivers association events to the activated listeners. The order of one association's events is
 * kept by whoever calls: the next is delivered when the stage of the last has completed.
 */
public final class AssociationEvents {

    private final Activations activations;
    private final Lane lane;

    /**
     * Delivers to these activations.
     *
     * @param lane permits for events
     */
    public AssociationEvents(Activations activations, Lane lane) {
        this.activations = activations;
        this.lane = lane;
    }

    /** Whether anybody listens on this listener. */
    public boolean heard(String listener) {
        return !activations.hearingAssociations(listener).isEmpty();
    }

    /** Delivers {@code opened}; the stage fails if it could not be delivered to all. */
    public CompletionStage<Void> opened(Association association) {
        return deliver(
                association.listener(), association.id(), "opened", l -> l.opened(association));
    }

    /** Delivers {@code rejected}; the stage fails if it could not be delivered to all. */
    public CompletionStage<Void> rejected(RejectedAssociation attempt) {
        return deliver(attempt.listener(), attempt.id(), "rejected", l -> l.rejected(attempt));
    }

    /** Delivers {@code closed}; the stage fails if it could not be delivered to all. */
    public CompletionStage<Void> closed(Association association, Closing closing) {
        return deliver(
                association.listener(),
                association.id(),
                "closed",
                l -> l.closed(association, closing));
    }

    private CompletionStage<Void> deliver(
            String listener, String id, String name, Consumer<AssociationListener> event) {
        List<Activation> hearing = activations.hearingAssociations(listener);
        CompletableFuture<Void> done = new CompletableFuture<>();
        if (hearing.isEmpty()) {
            done.complete(null);
            return done;
        }
        try {
            lane.submit(new EventTask(hearing, id, name, event, done));
        } catch (LaneFullException e) {
            ConnectorLog.LOG.eventFailed(id, name, e);
            done.completeExceptionally(e);
        }
        return done;
    }

    /** One event for all who listen. */
    private record EventTask(
            List<Activation> hearing,
            String id,
            String name,
            Consumer<AssociationListener> event,
            CompletableFuture<Void> done)
            implements ShortTask {

        @Override
        public void run() {
            try {
                for (Activation activation : hearing) {
                    tell(activation);
                }
                done.complete(null);
            } catch (UnavailableException | RuntimeException e) {
                refused(e);
            } finally {
                // after an Error, which goes on to the container; does nothing after all else
                done.completeExceptionally(new IllegalStateException("event: an error, see above"));
            }
        }

        private void tell(Activation activation) throws UnavailableException {
            MessageEndpoint endpoint = activation.factory().createEndpoint(null);
            try {
                event.accept((AssociationListener) endpoint);
            } finally {
                endpoint.release();
            }
        }

        @Override
        public void refused(Exception cause) {
            ConnectorLog.LOG.eventFailed(id, name, cause);
            done.completeExceptionally(cause);
        }
    }
}
