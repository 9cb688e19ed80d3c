/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.turnstile.ejb.index.attributes.Commons;
import org.turnstile.ejb.testing.Databases;
import org.turnstile.ejb.testing.TestDatabase;

class IndexTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private static final TestObject FIRST = TestObject.of("P1", "1.1", "1.1.1", "1.1.1.1");
    private static final TestObject SECOND = TestObject.of("P1", "1.1", "1.1.1", "1.1.1.2");
    private static final TestObject OTHER_SERIES = TestObject.of("P1", "1.1", "1.1.2", "1.1.2.1");
    private static final Commons SOUTH = new Commons("SOUTH", "MR", "bob");
    private static final Commons NOTHING = new Commons(null, null, null);

    private TestDatabase database;
    private Index index;

    private void open(Databases databases) {
        database = databases.open();
        index = new Index(database.transactions(), database.dataSource(), TIMEOUT);
    }

    @AfterEach
    void close() {
        if (database != null) {
            database.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void anObjectBringsItsPatientStudyAndSeries(Databases databases) throws IOException {
        open(databases);

        Addition added = add(FIRST);

        assertThat(added.outcome()).isEqualTo(Outcome.ADDED);
        assertThat(rows("SELECT patient_id, issuer, scope, name, name_alphabetic FROM patient"))
                .containsExactly("P1||" + "|Müller^Jürgen=山田^太郎=やまだ^たろう|MÜLLER^JÜRGEN");
        assertThat(
                        rows(
                                "SELECT study_uid, study_date, institution, modality, stored_by"
                                        + " FROM study"))
                .containsExactly("1.1|20260102|NORTH|CT|alice");
        assertThat(rows("SELECT series_uid, description, body_part FROM series"))
                .containsExactly("1.1.1|null|CHEST");
        assertThat(rows("SELECT sop_instance_uid, file, size, stored_by FROM instance"))
                .containsExactly("1.1.1.1|" + added.file() + "|4|alice");
    }

    @ParameterizedTest
    @EnumSource
    void furtherObjectsShareTheRowsOfTheFirst(Databases databases) throws IOException {
        open(databases);

        for (TestObject each : List.of(FIRST, SECOND, OTHER_SERIES)) {
            assertThat(add(each).outcome()).isEqualTo(Outcome.ADDED);
        }

        assertThat(counts()).containsExactly(1, 1, 2, 3);
    }

    @ParameterizedTest
    @EnumSource
    void anIndexThatRemembersNothingFindsTheRows(Databases databases) throws IOException {
        open(databases);
        add(FIRST);
        index = new Index(database.transactions(), database.dataSource(), TIMEOUT);

        add(SECOND);
        add(OTHER_SERIES);

        assertThat(counts()).containsExactly(1, 1, 2, 3);
    }

    @ParameterizedTest
    @EnumSource
    void theSameContentAgainIsSaidToBeThereAndAddsNothing(Databases databases) throws IOException {
        open(databases);
        String file = add(FIRST).file();

        assertThat(add(FIRST)).isEqualTo(new Addition(Outcome.SAME_CONTENT, file));
        index = new Index(database.transactions(), database.dataSource(), TIMEOUT);
        assertThat(add(FIRST)).isEqualTo(new Addition(Outcome.SAME_CONTENT, file));
        assertThat(counts()).containsExactly(1, 1, 1, 1);
    }

    @ParameterizedTest
    @EnumSource
    void otherContentOfTheSameInstanceIsRefusedAndTheFirstStays(Databases databases)
            throws IOException {
        open(databases);
        String file = add(FIRST).file();
        TestObject elsewhere = TestObject.of("P2", "1.2", "1.2.1", FIRST.instance());

        assertThat(add(FIRST.withContent("other")))
                .isEqualTo(new Addition(Outcome.OTHER_CONTENT, file));
        assertThat(add(elsewhere.withContent("other")).outcome()).isEqualTo(Outcome.OTHER_CONTENT);
        assertThat(counts()).containsExactly(1, 1, 1, 1);
    }

    @ParameterizedTest
    @EnumSource
    void aStudyStaysWithItsPatient(Databases databases) throws IOException {
        open(databases);
        add(FIRST);
        TestObject sameSeries = TestObject.of("P2", "1.1", "1.1.1", "1.9");
        TestObject newSeries = TestObject.of("P2", "1.1", "1.1.9", "1.9");
        TestObject nameless = TestObject.of("", "1.1", "1.1.9", "1.9");

        for (TestObject each : List.of(sameSeries, newSeries, nameless)) {
            assertThat(add(each).outcome()).isEqualTo(Outcome.STUDY_OF_OTHER_PATIENT);
        }
        assertThat(counts()).containsExactly(1, 1, 1, 1);
    }

    @ParameterizedTest
    @EnumSource
    void aSeriesStaysInItsStudy(Databases databases) throws IOException {
        open(databases);
        add(FIRST);
        TestObject newStudy = TestObject.of("P1", "1.9", "1.1.1", "1.9");

        assertThat(add(newStudy).outcome()).isEqualTo(Outcome.SERIES_OF_OTHER_STUDY);
        index = new Index(database.transactions(), database.dataSource(), TIMEOUT);
        assertThat(add(newStudy).outcome()).isEqualTo(Outcome.SERIES_OF_OTHER_STUDY);
        assertThat(counts()).containsExactly(1, 1, 1, 1);
    }

    @ParameterizedTest
    @EnumSource
    void patientsWithoutAnIdAreOnePerStudy(Databases databases) throws IOException {
        open(databases);
        add(TestObject.of("", "1.1", "1.1.1", "1.1.1.1"));
        add(TestObject.of("", "1.1", "1.1.2", "1.1.2.1"));
        add(TestObject.of("", "1.2", "1.2.1", "1.2.1.1"));

        assertThat(rows("SELECT patient_id, scope FROM patient ORDER BY scope"))
                .containsExactly("|1.1", "|1.2");
    }

    @ParameterizedTest
    @EnumSource
    void aSeriesThatDiffersTakesTheCommonValuesFromTheStudy(Databases databases)
            throws IOException {
        open(databases);
        add(FIRST);
        add(OTHER_SERIES.with(SOUTH));

        assertThat(commons("study")).containsExactly("null|null|null");
        assertThat(commons("series")).containsExactly("NORTH|CT|alice", "SOUTH|MR|bob");
    }

    @ParameterizedTest
    @EnumSource
    void anInstanceThatDiffersTakesThemFromSeriesAndStudy(Databases databases) throws IOException {
        open(databases);
        add(FIRST);
        add(SECOND.with(new Commons("SOUTH", "CT", "alice")));

        assertThat(commons("study")).containsExactly("null|CT|alice");
        assertThat(commons("series")).containsExactly("null|CT|alice");
    }

    @ParameterizedTest
    @EnumSource
    void aPartWithoutTheValueDiffersFromOneThatHasIt(Databases databases) throws IOException {
        open(databases);
        add(FIRST);
        add(OTHER_SERIES.with(NOTHING));
        add(SECOND);

        assertThat(commons("study")).containsExactly("null|null|null");
    }

    @ParameterizedTest
    @EnumSource
    void aValueOnceGoneDoesNotComeBack(Databases databases) throws IOException {
        open(databases);
        Index stale = new Index(database.transactions(), database.dataSource(), TIMEOUT);
        stale.add(FIRST.attributes(), FIRST);
        add(SECOND.with(new Commons("SOUTH", "CT", "alice")));

        // still believes that all are of NORTH, and takes away the modality alone
        TestObject third = TestObject.of("P1", "1.1", "1.1.1", "1.1.1.3");
        stale.add(third.attributes(), third.with(new Commons("NORTH", "MR", "alice")));
        TestObject fourth = third.with(new Commons("NORTH", "MR", "alice"));
        stale.add(
                TestObject.of("P1", "1.1", "1.1.1", "1.1.1.4").with(fourth.commons()).attributes(),
                fourth);

        assertThat(commons("study")).containsExactly("null|null|alice");
        assertThat(commons("series")).containsExactly("null|null|alice");
    }

    @ParameterizedTest
    @EnumSource
    void rowsThatAnOperatorRemovedAreMadeAnew(Databases databases) throws IOException {
        open(databases);
        add(FIRST);
        for (String table : List.of("instance", "series", "study", "patient")) {
            database.execute("DELETE FROM " + table);
        }

        assertThat(add(SECOND).outcome()).isEqualTo(Outcome.ADDED);
        assertThat(counts()).containsExactly(1, 1, 1, 1);
    }

    @ParameterizedTest
    @EnumSource
    void aFileThatCannotBePlacedLeavesNoRow(Databases databases) {
        open(databases);
        Placement full =
                new Placement() {
                    @Override
                    public String digest() {
                        return FIRST.digest();
                    }

                    @Override
                    public Content place() throws IOException {
                        throw new IOException("No space left on device");
                    }
                };

        assertThatThrownBy(() -> index.add(FIRST.attributes(), full))
                .isInstanceOf(IOException.class)
                .hasMessage("No space left on device");
        assertThat(rows("SELECT id FROM instance")).isEmpty();
    }

    @Test
    void aMemoryOfNothingIsRefused() {
        open(Databases.H2);

        assertThatThrownBy(
                        () -> new Index(database.transactions(), database.dataSource(), TIMEOUT, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("known: 0");
    }

    @Test
    void aTimeOutThatNoStatementCanHaveIsRefused() {
        open(Databases.H2);

        assertThatThrownBy(
                        () ->
                                new Index(
                                        database.transactions(),
                                        database.dataSource(),
                                        Duration.ofMillis(999)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("timeout: PT0.999S is not 1 s or more");
    }

    private Addition add(TestObject object) throws IOException {
        return index.add(object.attributes(), object);
    }

    private List<Integer> counts() {
        return List.of("patient", "study", "series", "instance").stream()
                .map(table -> rows("SELECT id FROM " + table).size())
                .toList();
    }

    private List<String> commons(String table) {
        return rows("SELECT institution, modality, stored_by FROM " + table + " ORDER BY id");
    }

    private List<String> rows(String sql) {
        return database.inTransaction(
                manager -> {
                    List<?> all = manager.createNativeQuery(sql).getResultList();
                    return all.stream().map(IndexTest::joined).toList();
                });
    }

    private static String joined(Object row) {
        Object[] columns = row instanceof Object[] many ? many : new Object[] {row};
        return String.join("|", Arrays.stream(columns).map(String::valueOf).toList());
    }
}
