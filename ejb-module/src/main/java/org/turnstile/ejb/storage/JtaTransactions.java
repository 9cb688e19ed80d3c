/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.storage;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.util.function.Function;
import org.turnstile.ejb.index.TransactionException;
import org.turnstile.ejb.index.Transactions;

/** Transactions of the server. */
final class JtaTransactions implements Transactions {

    private final UserTransaction transaction;
    private final EntityManagerFactory factory;
    private final int seconds;

    /**
     * With the server's.
     *
     * @param timeout most time for one transaction, 1 s or more
     */
    JtaTransactions(UserTransaction transaction, EntityManagerFactory factory, Duration timeout) {
        this.transaction = transaction;
        this.factory = factory;
        this.seconds = Math.toIntExact(timeout.toSeconds());
    }

    @Override
    public <T> T run(Function<EntityManager, T> work) {
        begin();
        T result;
        try {
            result = work(work);
        } catch (RuntimeException e) {
            throw rolledBack(e);
        }
        try {
            transaction.commit();
            return result;
        } catch (Exception e) {
            throw new TransactionException(true, e);
        }
    }

    private void begin() {
        try {
            transaction.setTransactionTimeout(seconds);
            transaction.begin();
        } catch (NotSupportedException | SystemException e) {
            throw new TransactionException(false, e);
        }
    }

    private <T> T work(Function<EntityManager, T> work) {
        try (EntityManager manager = factory.createEntityManager()) {
            T result = work.apply(manager);
            // what is wrong with a row is known before the commit
            manager.flush();
            return result;
        }
    }

    private TransactionException rolledBack(RuntimeException cause) {
        TransactionException failure = new TransactionException(false, cause);
        try {
            if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                transaction.rollback();
            }
        } catch (SystemException | RuntimeException e) {
            failure.addSuppressed(e);
        }
        return failure;
    }
}
