/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.index;

import java.io.IOException;
import java.time.Duration;
import javax.sql.DataSource;
import org.turnstile.ejb.index.attributes.ObjectAttributes;

/**
 * Takes objects into the index. Patient, study and series are made in a transaction of their own;
 * the instances that come at the same time share one. Who loses against another that makes the same
 * rows starts anew and finds them. For any number of threads.
 */
public final class Index {

    /** Studies and series that are remembered: some 5 MB. */
    public static final int DEFAULT_KNOWN = 10_000;

    private static final int ATTEMPTS = 5;

    private final Transactions transactions;
    private final SharedCommits commits;
    private final KeptInstances instances;
    private final Known known;

    /** With the default memory. */
    public Index(Transactions transactions, DataSource database, Duration timeout) {
        this(transactions, database, timeout, DEFAULT_KNOWN);
    }

    /**
     * With a memory.
     *
     * @param database what the transactions run on; looked into outside of them
     * @param timeout most time for one look-up, 1 s or more
     * @param known studies and series that are remembered, 1 or more
     * @throws IllegalArgumentException if one of them is less
     */
    public Index(Transactions transactions, DataSource database, Duration timeout, int known) {
        if (known < 1) {
            throw new IllegalArgumentException("known: " + known + " is not 1 or more");
        }
        this.transactions = transactions;
        this.commits = new SharedCommits(transactions);
        this.instances = new KeptInstances(database, timeout);
        this.known = new Known(known);
    }

    /**
     * Adds an object, unless the index has the instance or the object contradicts what it has. When
     * this returns {@link Outcome#ADDED} the row is committed.
     *
     * @throws IOException if the file could not be placed; nothing is in the index
     * @throws TransactionException if the database fails; if that is {@link
     *     TransactionException#uncertain}, the row may be there or not
     */
    public Addition add(ObjectAttributes object, Placement placement) throws IOException {
        Adding adding = new Adding(transactions, commits, instances, known, object, placement);
        for (int attempt = 1; ; attempt++) {
            try {
                return adding.attempt();
            } catch (TransactionException e) {
                if (e.uncertain()) {
                    return afterUncertainCommit(adding, e);
                }
                if (!e.ofOnePart() || attempt == ATTEMPTS) {
                    throw e;
                }
                known.forget(object);
            }
        }
    }

    private static Addition afterUncertainCommit(Adding adding, TransactionException failure) {
        try {
            if (adding.isThere()) {
                return adding.added();
            }
        } catch (TransactionException e) {
            failure.addSuppressed(e);
        }
        throw failure;
    }
}
