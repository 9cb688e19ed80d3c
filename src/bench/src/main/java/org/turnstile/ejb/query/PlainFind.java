/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.query;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import java.util.List;
import org.turnstile.api.Association;
import org.turnstile.api.AssociationLostException;
import org.turnstile.api.FindRequest;
import org.turnstile.api.FindResponder;
import org.turnstile.api.Status;
import org.turnstile.api.data.Dataset;
import org.turnstile.ejb.access.AccessRules;
import org.turnstile.ejb.access.AccessUnavailableException;
import org.turnstile.ejb.access.Visibility;
import org.turnstile.ejb.access.VisibleQueries;

/** C-FIND by the classes that the beans are made of, with a transaction for each page as theirs. */
public final class PlainFind {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final AccessRules rules;
    private final EntityManagerFactory factory;

    /** On rules and index of one database. */
    public PlainFind(AccessRules rules, EntityManagerFactory factory) {
        this.rules = rules;
        this.factory = factory;
    }

    /**
     * Answers one query.
     *
     * @return the final status
     */
    public Status find(FindRequest request, FindResponder responder)
            throws AssociationLostException {
        return new FindOperation(new Sight(), this::read).find(request, responder);
    }

    private final class Sight implements FindOperation.Sight {
        @Override
        public Visibility of(Association association) throws AccessUnavailableException {
            return rules.visibilityOf(association.identity());
        }

        @Override
        public Status refused(Association association, AccessUnavailableException why) {
            throw new IllegalStateException(why);
        }
    }

    private List<Dataset> read(Query query, Cursor cursor) throws AccessUnavailableException {
        try (EntityManager manager = factory.createEntityManager()) {
            manager.getTransaction().begin();
            try {
                return new PageReader(new VisibleQueries(manager, TIMEOUT)).read(query, cursor);
            } finally {
                manager.getTransaction().rollback();
            }
        }
    }
}
