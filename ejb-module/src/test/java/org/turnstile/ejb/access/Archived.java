/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.access;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.turnstile.api.UserIdentity;
import org.turnstile.ejb.testing.Databases;
import org.turnstile.ejb.testing.TestDatabase;

/** An archive with studies and a home folder with rules. */
public final class Archived implements AutoCloseable {

    /** Most time for a statement; no test but that of the time-out comes near it. */
    static final Duration TIMEOUT = Duration.ofSeconds(20);

    private static final String STUDIES =
            "SELECT s.study_uid, s.id FROM study s JOIN patient p ON p.id = s.patient_fk"
                    + " WHERE {visible} AND {window} AND s.id > :last ORDER BY s.id";

    private static final String PATIENTS =
            "SELECT p.patient_id, p.id FROM patient p WHERE {window} AND p.id > :last AND EXISTS"
                    + " (SELECT 1 FROM study s WHERE s.patient_fk = p.id AND {visible})"
                    + " ORDER BY p.id";

    private final TestDatabase database;
    private final Path home;
    private final AccessRules rules;

    /** On a new database. */
    public Archived(Databases databases, Path home) {
        this(databases.open(), home);
    }

    /** On this database, which it closes. */
    Archived(TestDatabase database, Path home) {
        this.database = database;
        this.home = home;
        this.rules = rules(false);
    }

    public TestDatabase database() {
        return database;
    }

    AccessRules rules(boolean trustUnverified) {
        return new AccessRules(home, database.dataSource(), TIMEOUT, trustUnverified);
    }

    AccessRules rules() {
        return rules;
    }

    Path file() {
        return home.resolve("access");
    }

    /** The file {@code access} has these lines now. */
    public Archived access(String... lines) throws IOException {
        Files.write(file(), List.of(lines));
        return this;
    }

    /** Keeps one study more; what is null is not there, or not common to its parts. */
    public Archived study(StudyRow row) {
        try (Connection connection = database.dataSource().getConnection()) {
            row.insert(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    /** Keeps many studies more. */
    void studies(Iterable<StudyRow> rows) {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            for (StudyRow row : rows) {
                row.insert(connection);
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A rule that the database has of its own. */
    void databaseRule(String subject, String institution) {
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement insert =
                        connection.prepareStatement(
                                "INSERT INTO access_rule (id, source, subject, institution, own)"
                                        + " VALUES (nextval('access_rule_seq'), 'DATABASE', ?, ?,"
                                        + " FALSE)")) {
            insert.setString(1, subject);
            insert.setString(2, institution);
            insert.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The Study Instance UIDs that a caller sees, by the predicate as it is. */
    List<String> seenBy(UserIdentity caller) throws AccessUnavailableException {
        Visibility visibility = rules.visibilityOf(caller);
        return inTransaction(
                queries -> first(queries.rows(visibility, STUDIES, Map.of("last", -1L), 100_000)));
    }

    /** The same by way of windows. */
    List<String> seenInWindows(UserIdentity caller) throws AccessUnavailableException {
        return inWindows(STUDIES, rules.visibilityOf(caller), 200);
    }

    /** The Patient IDs that a caller sees by way of windows. */
    List<String> patientsSeenBy(UserIdentity caller) throws AccessUnavailableException {
        return inWindows(PATIENTS, rules.visibilityOf(caller), 200);
    }

    private List<String> inWindows(String sql, Visibility visibility, int page)
            throws AccessUnavailableException {
        List<String> all = new ArrayList<>();
        Windows windows = VisibleQueries.windows(visibility);
        Optional<Window> window = inTransaction(queries -> queries.next(windows, 0));
        while (window.isPresent()) {
            Window current = window.get();
            int before = all.size();
            List<Object[]> rows;
            long last = -1;
            do {
                Map<String, Object> parameters = Map.of("last", last);
                rows = inTransaction(q -> q.rows(visibility, current, sql, parameters, page));
                all.addAll(first(rows));
                last = rows.isEmpty() ? last : ((Number) rows.get(rows.size() - 1)[1]).longValue();
            } while (rows.size() == page);
            int given = all.size() - before;
            window = inTransaction(queries -> queries.next(windows, given));
        }
        return all;
    }

    /** Work through the door. */
    interface Work<T> {
        T with(VisibleQueries queries) throws AccessUnavailableException;
    }

    <T> T inTransaction(Work<T> work) throws AccessUnavailableException {
        try (EntityManager manager = database.entityManagers().createEntityManager()) {
            manager.getTransaction().begin();
            try {
                return work.with(new VisibleQueries(manager, TIMEOUT));
            } finally {
                manager.getTransaction().rollback();
            }
        }
    }

    private static List<String> first(List<Object[]> rows) {
        return rows.stream().map(row -> (String) row[0]).toList();
    }

    /** One number that the database tells. */
    long number(String sql) {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
