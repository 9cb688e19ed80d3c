/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.query;

import jakarta.ejb.EJBException;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.turnstile.api.Association;
import org.turnstile.api.AssociationLostException;
import org.turnstile.api.FindRequest;
import org.turnstile.api.FindResponder;
import org.turnstile.api.Status;
import org.turnstile.api.data.Dataset;
import org.turnstile.ejb.access.AccessUnavailableException;
import org.turnstile.ejb.access.Visibility;
import org.turnstile.ejb.log.EjbLog;

/** One C-FIND, once the container has let the caller in (PS3.4 §C.4.1.2). */
final class FindOperation {

    /** What a caller sees, and what is answered when that cannot be told. */
    interface Sight {
        Visibility of(Association association) throws AccessUnavailableException;

        Status refused(Association association, AccessUnavailableException why);
    }

    /** Reads one page in a transaction of its own, which is over when it returns. */
    interface Pages {
        List<Dataset> read(Query query, Cursor cursor) throws AccessUnavailableException;
    }

    private final Sight sight;
    private final Pages pages;
    private long matches;

    FindOperation(Sight sight, Pages pages) {
        this.sight = sight;
        this.pages = pages;
    }

    /** Answers the query; for one query only. */
    Status find(FindRequest request, FindResponder responder) throws AssociationLostException {
        Optional<InformationModel> model = InformationModel.of(request.sopClass());
        if (model.isEmpty()) {
            return refused(request, Status.SOP_CLASS_NOT_SUPPORTED);
        }
        try {
            return find(request, QueryParser.parse(request, model.get()), responder);
        } catch (IdentifierException e) {
            return refused(request, e.status());
        }
    }

    private static Status refused(FindRequest request, Status status) {
        EjbLog.LOG.queryRefused(request.association().id(), status);
        return status;
    }

    private Status find(FindRequest request, Query query, FindResponder responder)
            throws AssociationLostException {
        long start = System.nanoTime();
        Status status;
        try {
            status = find(query, sight.of(request.association()), responder);
        } catch (AccessUnavailableException e) {
            return sight.refused(request.association(), e);
        } catch (PersistenceException | EJBException e) {
            return notAnswered(request, e);
        }
        EjbLog.LOG.queried(
                request.association().id(),
                request.association().identity(),
                query.level(),
                matches,
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start),
                status);
        return status;
    }

    /** A container wraps what a bean throws: trouble of the database, or a fault of our own. */
    private static Status notAnswered(FindRequest request, RuntimeException e) {
        if (e instanceof EJBException
                && e.getCause() instanceof RuntimeException cause
                && !(cause instanceof PersistenceException)) {
            throw e;
        }
        EjbLog.LOG.notAnswered(request.association().id(), e);
        return Status.OUT_OF_RESOURCES.withComment("Index not available");
    }

    private Status find(Query query, Visibility visibility, FindResponder responder)
            throws AssociationLostException, AccessUnavailableException {
        Cursor cursor = Cursor.before(query, visibility);
        while (!cursor.isFinished()) {
            if (responder.cancelled()) {
                return Status.CANCELLED;
            }
            for (Dataset each : pages.read(query, cursor)) {
                if (responder.cancelled()) {
                    return Status.CANCELLED;
                }
                push(query, each, responder);
            }
        }
        return Status.SUCCESS;
    }

    private void push(Query query, Dataset match, FindResponder responder)
            throws AssociationLostException {
        if (query.warning()) {
            responder.pendingWithWarning(match);
        } else {
            responder.pending(match);
        }
        matches++;
    }
}
