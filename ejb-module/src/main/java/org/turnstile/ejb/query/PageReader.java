/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.turnstile.api.data.Dataset;
import org.turnstile.ejb.access.AccessUnavailableException;
import org.turnstile.ejb.access.Visibility;
import org.turnstile.ejb.access.VisibleQueries;

/** Reads a query's answer page by page, in the order of the rows' keys. */
final class PageReader {

    /** Most rows of a page. */
    static final int MAX_ROWS = 200;

    /** Most queries by which rows are looked for in one transaction. */
    private static final int MAX_STEPS = 16;

    private final VisibleQueries queries;
    private final int size;

    PageReader(VisibleQueries queries) {
        this(queries, MAX_ROWS);
    }

    /**
     * With smaller pages.
     *
     * @param size most rows of a page, 1 to {@link #MAX_ROWS}
     */
    PageReader(VisibleQueries queries, int size) {
        if (size < 1 || size > MAX_ROWS) {
            throw new IllegalArgumentException("size: " + size + " is not 1 to " + MAX_ROWS);
        }
        this.queries = queries;
        this.size = size;
    }

    /**
     * The answers that follow; may be none before the cursor is finished.
     *
     * @throws AccessUnavailableException if the database does not answer, or not in time
     */
    List<Dataset> read(Query query, Cursor cursor) throws AccessUnavailableException {
        List<Object[]> found = new ArrayList<>();
        for (int i = 0; i < MAX_STEPS && cursor.advance(queries); i++) {
            int wanted = size - found.size();
            List<Object[]> rows = rows(query, cursor, wanted);
            found.addAll(rows);
            if (rows.size() == wanted) {
                cursor.take(wanted, id(rows.get(wanted - 1), query.level()));
            } else {
                cursor.exhaust(rows.size());
            }
            if (cursor.isEnough(found.size(), size)) {
                break;
            }
        }
        return answers(query, cursor.visibility(), found);
    }

    private List<Object[]> rows(Query query, Cursor cursor, int limit)
            throws AccessUnavailableException {
        Map<String, Object> parameters = new HashMap<>(query.parameters());
        parameters.put("after", cursor.after());
        parameters.put("until", cursor.until());
        String sql = sql(query, cursor);
        return cursor.window().isPresent()
                ? queries.rows(cursor.visibility(), cursor.window().get(), sql, parameters, limit)
                : queries.rows(cursor.visibility(), sql, parameters, limit);
    }

    private static String sql(Query query, Cursor cursor) {
        QueryLevel level = query.level();
        List<String> columns = new ArrayList<>();
        for (QueryLevel each : QueryLevel.values()) {
            if (!level.isAbove(each)) {
                columns.add(each.id());
            }
        }
        query.returned().forEach(each -> columns.add(each.column()));
        StringBuilder sql = new StringBuilder("SELECT ");
        for (int i = 0; i < columns.size(); i++) {
            sql.append(i == 0 ? "" : ", ").append(columns.get(i)).append(" AS c").append(i);
        }
        return sql.append(" FROM ")
                .append(level.tables())
                .append(" WHERE ")
                .append(level.visible())
                .append(" AND {window}")
                .append(query.conditions())
                .append(bounds(level, cursor))
                .append(" ORDER BY ")
                .append(level.id())
                .toString();
    }

    /** None where they would hold for all rows: they are compared with each. */
    private static String bounds(QueryLevel level, Cursor cursor) {
        return cursor.isBounded()
                ? " AND " + level.id() + " > :after AND " + level.id() + " <= :until"
                : "";
    }

    /** The key of the entity of a level that a row belongs to. */
    private static long id(Object[] row, QueryLevel level) {
        return ((Number) row[level.depth()]).longValue();
    }

    private List<Dataset> answers(Query query, Visibility visibility, List<Object[]> found)
            throws AccessUnavailableException {
        if (found.isEmpty()) {
            return List.of();
        }
        RelatedRows below = new RelatedRows(queries, visibility);
        for (Related each : query.related()) {
            below.gather(each, ids(found, each.of()));
        }
        if (query.requests().isPresent()) {
            below.gatherRequests(ids(found, QueryLevel.SERIES));
        }
        List<Dataset> answers = new ArrayList<>();
        for (Object[] row : found) {
            answers.add(Answer.of(query, row, level -> id(row, level), below));
        }
        return answers;
    }

    private static List<Long> ids(List<Object[]> found, QueryLevel level) {
        return found.stream().map(row -> id(row, level)).distinct().toList();
    }
}
