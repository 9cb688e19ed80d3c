/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.index;

import jakarta.persistence.EntityManager;
import java.util.function.Function;

/**
 * How work comes into a transaction: the server's, or one of its own. For any number of threads.
 */
public interface Transactions {

    /**
     * Runs work in a new transaction, writes out what it did and commits.
     *
     * @throws TransactionException if that fails, with what the work threw as its cause; if it is
     *     not {@link TransactionException#uncertain}, nothing is left of the work
     */
    <T> T run(Function<EntityManager, T> work);
}
