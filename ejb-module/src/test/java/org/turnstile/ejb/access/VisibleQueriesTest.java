/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.turnstile.ejb.access.Callers.user;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstile.ejb.testing.Databases;

class VisibleQueriesTest {

    private static final String FROM = " FROM study s JOIN patient p ON p.id = s.patient_fk ";

    @TempDir private Path home;
    private Archived archive;
    private Visibility visibility;

    @BeforeEach
    void open() throws Exception {
        archive = new Archived(Databases.H2, home);
        archive.study(StudyRow.of("1").patient("P", ""))
                .study(StudyRow.of("2").patient("P", ""))
                .study(StudyRow.of("3").institution("SOUTH"))
                .access("user u institution NORTH", "user u patient P");
        visibility = archive.rules().visibilityOf(user("u"));
    }

    @AfterEach
    void close() {
        archive.close();
    }

    @Test
    void aQueryThatDoesNotAskForThePredicateIsNotRun() {
        assertThatThrownBy(() -> rows("SELECT s.id" + FROM, Map.of(), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("sql: has no {visible}");
    }

    @Test
    void aWindowNeedsItsPlaceInTheQuery() throws Exception {
        Window window =
                archive.inTransaction(q -> q.next(VisibleQueries.windows(visibility), 0))
                        .orElseThrow();
        assertThatThrownBy(
                        () ->
                                archive.inTransaction(
                                        q ->
                                                q.rows(
                                                        visibility,
                                                        window,
                                                        "SELECT s.id" + FROM + "WHERE {visible}",
                                                        Map.of(),
                                                        1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("sql: has no {window}");
    }

    @Test
    void rowsHaveTheirColumnsEvenIfThereIsOne() throws Exception {
        assertThat(rows("SELECT s.study_uid" + FROM + "WHERE {visible} ORDER BY s.id", Map.of(), 9))
                .containsExactly(new Object[] {"1"}, new Object[] {"2"});
        assertThat(
                        rows(
                                "SELECT s.study_uid, p.patient_id"
                                        + FROM
                                        + "WHERE {visible} ORDER BY s.id",
                                Map.of(),
                                1))
                .containsExactly(new Object[] {"1", "P"});
    }

    @Test
    void thePredicateCountsInSubSelectsToo() throws Exception {
        String sql =
                "SELECT p.patient_id, (SELECT COUNT(*) FROM study s WHERE s.patient_fk = p.id AND"
                        + " {visible}) FROM patient p WHERE EXISTS (SELECT 1 FROM study s WHERE"
                        + " s.patient_fk = p.id AND {visible})";
        List<Object[]> rows = rows(sql, Map.of(), 9);
        assertThat(rows).hasSize(1);
        assertThat(((Number) rows.get(0)[1]).intValue()).isEqualTo(2);
    }

    @Test
    void parametersAreNamedAndMayBeLists() throws Exception {
        String sql =
                "SELECT s.study_uid, ':none', ''''"
                        + FROM
                        + "WHERE s.study_uid = ANY(:uids) AND s.study_uid <> :not AND {visible}";
        assertThat(rows(sql, Map.of("uids", List.of("1", "2", "3"), "not", "2"), 9)).hasSize(1);
    }

    @Test
    void parametersWithoutAValueAreNamed() {
        String sql = "SELECT s.id" + FROM + "WHERE s.id = :id AND {visible}";
        assertThatThrownBy(() -> rows(sql, Map.of(), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("parameters: no value for ':id'");
        assertThatThrownBy(() -> rows(sql, Map.of("id", List.of()), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("parameters: ':id' is an empty list");
    }

    @Test
    void aLimitIsAboveZero() {
        assertThatThrownBy(() -> rows("SELECT s.id" + FROM + "WHERE {visible}", Map.of(), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("limit: 0 is less than 1");
    }

    @Test
    void noValueIsShownByWhatStandsInLogs() {
        assertThat(visibility).hasToString("some");
    }

    private List<Object[]> rows(String sql, Map<String, Object> parameters, int limit)
            throws AccessUnavailableException {
        return archive.inTransaction(q -> q.rows(visibility, sql, parameters, limit));
    }
}
