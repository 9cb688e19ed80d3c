/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.query;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.turnstile.api.Association;
import org.turnstile.api.AssociationLostException;
import org.turnstile.api.FindRequest;
import org.turnstile.api.Status;
import org.turnstile.api.UID;
import org.turnstile.api.UserIdentity;
import org.turnstile.api.data.Dataset;
import org.turnstile.api.data.DatasetBuilder;
import org.turnstile.api.data.Tag;
import org.turnstile.ejb.access.AccessRules;
import org.turnstile.ejb.access.AccessUnavailableException;
import org.turnstile.ejb.access.Visibility;
import org.turnstile.ejb.access.VisibleQueries;
import org.turnstile.ejb.testing.Databases;
import org.turnstile.ejb.testing.TestDatabase;

/** An archive of a test: a database, an access file, and queries as the beans would run them. */
final class QueryFixture implements AutoCloseable {

    /** Sees everything. */
    static final UserIdentity CHIEF = Callers.verified("chief", "chief");

    private final TestDatabase database;
    private final SessionFactory sessions;
    private final Path home;
    private final AccessRules rules;
    private final Queue<String> statements = new ConcurrentLinkedQueue<>();
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final AtomicInteger openTransactions = new AtomicInteger();
    private int pageSize = PageReader.MAX_ROWS;

    QueryFixture(Databases databases, String... rules) {
        this.database = databases.open();
        this.sessions = database.entityManagers().unwrap(SessionFactory.class);
        try {
            this.home = Files.createTempDirectory("turnstile-query");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.rules = new AccessRules(home, database.dataSource(), Duration.ofSeconds(30), false);
        rules(rules);
    }

    /** Writes the access file anew; the chief sees everything in any case. */
    void rules(String... lines) {
        try {
            Files.writeString(
                    home.resolve("access"), "role chief all\n" + String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    TestDatabase database() {
        return database;
    }

    void enter(Entity... patients) {
        enter(List.of(patients));
    }

    void enter(List<Entity> patients) {
        enterAfter(0, patients);
    }

    /** Enters patients, all rows with keys greater than this. */
    void enterAfter(long key, List<Entity> patients) {
        try {
            Holdings.enter(database.dataSource(), patients, key);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void pageSize(int rows) {
        pageSize = rows;
    }

    /** A Study Root identifier with keys that are not matched. */
    static DatasetBuilder keys(QueryLevel level, int... returned) {
        DatasetBuilder keys = Dataset.builder().setString(Tag.QueryRetrieveLevel, level.name());
        for (int tag : returned) {
            keys.setEmpty(tag);
        }
        return keys;
    }

    static FindRequest studyRoot(UserIdentity caller, Dataset identifier) {
        return request(caller, UID.STUDY_ROOT_FIND, false, identifier);
    }

    static FindRequest relational(UserIdentity caller, Dataset identifier) {
        return request(caller, UID.PATIENT_ROOT_FIND, true, identifier);
    }

    static FindRequest request(
            UserIdentity caller, String sopClass, boolean relational, Dataset identifier) {
        return new FindRequest(
                Callers.association(caller),
                sopClass,
                relational,
                UID.EXPLICIT_VR_LITTLE_ENDIAN,
                identifier);
    }

    Status find(FindRequest request, Recorder peer) throws AssociationLostException {
        return new FindOperation(sight(), this::read).find(request, peer);
    }

    /** The matches of a query that succeeds. */
    List<Dataset> found(FindRequest request) {
        Recorder peer = new Recorder();
        try {
            Status status = find(request, peer);
            if (!status.isSuccess()) {
                throw new AssertionError("status: " + status);
            }
        } catch (AssociationLostException e) {
            throw new AssertionError(e);
        }
        return peer.matches();
    }

    private FindOperation.Sight sight() {
        return new FindOperation.Sight() {
            @Override
            public Visibility of(Association association) throws AccessUnavailableException {
                return rules.visibilityOf(association.identity());
            }

            @Override
            public Status refused(Association association, AccessUnavailableException why) {
                return Status.NOT_AUTHORIZED;
            }
        };
    }

    private List<Dataset> read(Query query, Cursor cursor) throws AccessUnavailableException {
        reads.incrementAndGet();
        try (EntityManager manager = session()) {
            manager.getTransaction().begin();
            openTransactions.incrementAndGet();
            try {
                VisibleQueries queries = new VisibleQueries(manager, Duration.ofSeconds(30));
                List<Dataset> page = new PageReader(queries, pageSize).read(query, cursor);
                mostAtOnce.accumulateAndGet(page.size(), Math::max);
                return page;
            } finally {
                manager.getTransaction().rollback();
                openTransactions.decrementAndGet();
            }
        }
    }

    private Session session() {
        return sessions.withOptions()
                .statementInspector(
                        sql -> {
                            statements.add(sql);
                            return sql;
                        })
                .openSession();
    }

    /** What was sent to the database since the last call, to answer queries. */
    List<String> statements() {
        List<String> sent = List.copyOf(statements);
        statements.clear();
        return sent;
    }

    /** How many pages have been read. */
    int reads() {
        return reads.get();
    }

    /** Most matches that one page had. */
    int mostAtOnce() {
        return mostAtOnce.get();
    }

    /** Transactions that run now. */
    int openTransactions() {
        return openTransactions.get();
    }

    @Override
    public void close() {
        database.close();
        try {
            Files.deleteIfExists(home.resolve("access"));
            Files.deleteIfExists(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
