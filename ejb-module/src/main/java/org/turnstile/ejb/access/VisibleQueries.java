/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.access;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Query;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The only door through which the index is read for a caller: no query passes that does not carry
 * the caller's predicate. A query is SQL with the alias {@code s} for the table study and {@code p}
 * for the table patient, with {@code :name} for each parameter, and with these marks:
 *
 * <ul>
 *   <li>{@code {visible}}, at least once: the predicate, wherever a study {@code s} of a patient
 *       {@code p} is read, also in a sub-select;
 *   <li>{@code {window}}, once, where the patients {@code p} of the whole are: the {@link Window},
 *       if the query runs in windows. Such a query reads no other patient's studies.
 * </ul>
 *
 * <p>Runs in the caller's transaction.
 */
public final class VisibleQueries {

    /** Where the predicate goes. */
    public static final String VISIBLE = "{visible}";

    /** Stands before the predicate in the SQL that reaches the database, for whoever reads it. */
    public static final String MARK = "/*visible*/";

    /** Where the window goes. */
    public static final String WINDOW = "{window}";

    private final EntityManager manager;
    private final Duration timeout;

    /**
     * On an entity manager.
     *
     * @param timeout most time for each query, from 1 s
     */
    public VisibleQueries(EntityManager manager, Duration timeout) {
        this.manager = manager;
        this.timeout = timeout;
    }

    /**
     * Runs a query over all patients.
     *
     * @param parameters values, none null; a collection for an array: {@code = ANY(:name)}. Names
     *     that begin with {@code v_} and {@code w_} are ours
     * @param limit most rows, from 1
     * @return the rows, each with its columns
     * @throws IllegalArgumentException if the query does not ask for the predicate
     * @throws AccessUnavailableException if the database does not answer, or not in time
     */
    public List<Object[]> rows(
            Visibility visibility, String sql, Map<String, Object> parameters, int limit)
            throws AccessUnavailableException {
        return rows(visibility, Window.ALL, sql, parameters, limit);
    }

    /**
     * Runs a query within a window.
     *
     * @throws IllegalArgumentException if the query does not ask for the predicate, or not for the
     *     window
     * @throws AccessUnavailableException if the database does not answer, or not in time
     */
    public List<Object[]> rows(
            Visibility visibility,
            Window window,
            String sql,
            Map<String, Object> parameters,
            int limit)
            throws AccessUnavailableException {
        if (!sql.contains(VISIBLE)) {
            throw new IllegalArgumentException("sql: has no " + VISIBLE);
        }
        if (window != Window.ALL && !sql.contains(WINDOW)) {
            throw new IllegalArgumentException("sql: has no " + WINDOW);
        }
        Map<String, Object> all = new HashMap<>(parameters);
        all.putAll(visibility.parameters());
        all.putAll(window.parameters());
        String text =
                sql.replace(VISIBLE, MARK + " " + window.predicate(visibility))
                        .replace(WINDOW, window.condition());
        return run(text, all, limit);
    }

    /** The windows of a caller, for a query that no key of its own makes selective. */
    public static Windows windows(Visibility visibility) {
        return new Windows(visibility);
    }

    /**
     * The next window.
     *
     * @param rows how many rows the last one gave; 0 at first
     * @return empty when all has been asked for
     * @throws AccessUnavailableException if the database does not answer, or not in time
     */
    public Optional<Window> next(Windows windows, int rows) throws AccessUnavailableException {
        return windows.next(this, rows);
    }

    /** Reads rules and the keys of their patients, but no study. */
    List<Object[]> rulesOnly(String sql, Map<String, Object> parameters, int limit)
            throws AccessUnavailableException {
        return run(sql, parameters, limit);
    }

    private List<Object[]> run(String sql, Map<String, Object> parameters, int limit)
            throws AccessUnavailableException {
        if (limit < 1) {
            throw new IllegalArgumentException("limit: " + limit + " is less than 1");
        }
        PositionalSql numbered = PositionalSql.of(sql, parameters);
        try {
            // in the text, since not every provider puts a limit into a native query
            Query query =
                    manager.createNativeQuery(
                            numbered.text() + " FETCH FIRST " + limit + " ROWS ONLY");
            query.setHint("jakarta.persistence.query.timeout", (int) timeout.toMillis());
            for (int i = 0; i < numbered.values().size(); i++) {
                query.setParameter(i + 1, numbered.values().get(i));
            }
            return rows(query.getResultList());
        } catch (PersistenceException e) {
            throw new AccessUnavailableException("the index does not answer", e);
        }
    }

    /** A row of one column comes without an array around. */
    private static List<Object[]> rows(List<?> results) {
        List<Object[]> rows = new ArrayList<>(results.size());
        for (Object result : results) {
            rows.add(result instanceof Object[] columns ? columns : new Object[] {result});
        }
        return rows;
    }
}
