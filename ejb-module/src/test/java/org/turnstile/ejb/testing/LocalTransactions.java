/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.testing;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.function.Function;
import org.turnstile.ejb.index.TransactionException;
import org.turnstile.ejb.index.Transactions;

/** Transactions without a server: each on a connection of its own, committed by the driver. */
public final class LocalTransactions implements Transactions {

    private final EntityManagerFactory factory;

    /** On one database. */
    public LocalTransactions(EntityManagerFactory factory) {
        this.factory = factory;
    }

    @Override
    public <T> T run(Function<EntityManager, T> work) {
        boolean committing = false;
        try (EntityManager manager = factory.createEntityManager()) {
            manager.getTransaction().begin();
            try {
                T result = work.apply(manager);
                manager.flush();
                committing = true;
                manager.getTransaction().commit();
                return result;
            } finally {
                if (manager.getTransaction().isActive()) {
                    manager.getTransaction().rollback();
                }
            }
        } catch (RuntimeException e) {
            throw new TransactionException(committing, e);
        }
    }
}
