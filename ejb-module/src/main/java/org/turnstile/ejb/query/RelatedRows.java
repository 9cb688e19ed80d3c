/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.query;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.turnstile.ejb.access.AccessUnavailableException;
import org.turnstile.ejb.access.Visibility;
import org.turnstile.ejb.access.VisibleQueries;

/** What the rows of lower levels say of the rows of one page; only of what the caller sees. */
final class RelatedRows {

    /** Most values that are gathered for a page; what is beyond is left out. */
    static final int MAX_VALUES = 20_000;

    private static final String REQUESTS =
            "SELECT e.id AS c0, r.step_id AS c1, r.procedure_id AS c2 FROM series_request r"
                    + " JOIN series e ON e.id = r.series_fk JOIN study s ON s.id = e.study_fk"
                    + " JOIN patient p ON p.id = s.patient_fk"
                    + " WHERE e.id = ANY(:ids) AND {visible} ORDER BY e.id, r.item";

    private final VisibleQueries queries;
    private final Visibility visibility;
    private final Map<Related, Map<Long, List<String>>> values = new EnumMap<>(Related.class);
    private final Map<Long, List<SeriesRequest>> requests = new HashMap<>();

    RelatedRows(VisibleQueries queries, Visibility visibility) {
        this.queries = queries;
        this.visibility = visibility;
    }

    /** Gathers a key for these entities of its level. */
    void gather(Related key, List<Long> ids) throws AccessUnavailableException {
        String sql = key.gathered().map(each -> distinct(key, each)).orElseGet(() -> count(key));
        values.put(key, strings(rows(sql, ids)));
    }

    private static String count(Related key) {
        return "SELECT %s AS c0, COUNT(*) AS c1 FROM %s WHERE %s = ANY(:ids) AND {visible} GROUP BY %s"
                .formatted(key.of().id(), key.from().tables(), key.of().id(), key.of().id());
    }

    private static String distinct(Related key, Key gathered) {
        return ("SELECT DISTINCT %s AS c0, %s AS c1 FROM %s"
                        + " WHERE %s = ANY(:ids) AND %s IS NOT NULL AND {visible} ORDER BY 1, 2")
                .formatted(
                        key.of().id(),
                        gathered.column(),
                        key.from().tables(),
                        key.of().id(),
                        gathered.column());
    }

    private static Map<Long, List<String>> strings(List<Object[]> found) {
        Map<Long, List<String>> byId = new HashMap<>();
        for (Object[] row : found) {
            byId.computeIfAbsent(((Number) row[0]).longValue(), id -> new ArrayList<>())
                    .add(row[1].toString());
        }
        return byId;
    }

    /** Gathers the requests of these series. */
    void gatherRequests(List<Long> series) throws AccessUnavailableException {
        for (Object[] row : rows(REQUESTS, series)) {
            requests.computeIfAbsent(((Number) row[0]).longValue(), id -> new ArrayList<>())
                    .add(new SeriesRequest((String) row[1], (String) row[2]));
        }
    }

    private List<Object[]> rows(String sql, List<Long> ids) throws AccessUnavailableException {
        return queries.rows(visibility, sql, Map.of("ids", ids), MAX_VALUES);
    }

    /** What was gathered for an entity; a number that was not counted is 0. */
    List<String> of(Related key, long id) {
        List<String> found = values.get(key).get(id);
        if (found == null) {
            return key.gathered().isPresent() ? List.of() : List.of("0");
        }
        return found;
    }

    /** The requests of a series, in the order of the items. */
    List<SeriesRequest> requestsOf(long series) {
        return requests.getOrDefault(series, List.of());
    }
}
