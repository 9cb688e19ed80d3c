/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.turnstile.api.UserIdentity;
import org.turnstile.api.data.DatasetBuilder;
import org.turnstile.api.data.Tag;
import org.turnstile.ejb.access.VisibleQueries;
import org.turnstile.ejb.testing.Databases;

/** What is sent to the database for a query: nothing without the caller's predicate. */
class EveryStatementTest {

    private static final UserIdentity RITA = Callers.verified("rita", "north");
    private static final Pattern OBJECTS =
            Pattern.compile("\\b(study|series|instance|series_request)\\b");

    private QueryFixture archive;

    @BeforeEach
    void open() {
        archive =
                new QueryFixture(
                        Databases.H2, "role north institution NORTH", "role north patient P2");
        Entity patient = Entity.patient("P1");
        patient.study("1.1", "CT", "NORTH").child(0).request("S", "R");
        patient.study("1.2", "CT", "SOUTH");
        archive.enter(patient);
    }

    @AfterEach
    void close() {
        archive.close();
    }

    @ParameterizedTest
    @EnumSource
    void carriesThePredicate(QueryLevel level) {
        DatasetBuilder keys = QueryFixture.keys(level);
        for (Key each : Key.values()) {
            keys.setEmpty(each.tag());
        }
        for (Related each : Related.values()) {
            keys.setEmpty(each.tag());
        }
        keys.setSequence(Tag.RequestAttributesSequence).setString(Tag.PatientName, "*=*");

        assertThat(archive.found(QueryFixture.relational(RITA, keys.build()))).hasSize(1);

        List<String> sent = archive.statements();
        assertThat(sent).hasSizeGreaterThan(3);
        assertThat(sent.stream().filter(sql -> OBJECTS.matcher(sql).find()))
                .hasSizeGreaterThan(2)
                .allMatch(sql -> sql.contains(VisibleQueries.MARK));
    }

    @ParameterizedTest
    @EnumSource
    void holdsNoValueThatAPeerSent(QueryLevel level) {
        DatasetBuilder keys =
                QueryFixture.keys(level)
                        .setString(Tag.PatientID, "secret1", "secret2*")
                        .setString(Tag.PatientName, "secret3^*=secret4")
                        .setString(Tag.StudyDate, "19000102-20991112")
                        .setString(Tag.StudyTime, "010203-")
                        .setString(Tag.StudyInstanceUID, "9.8.7.6")
                        .setString(Tag.ModalitiesInStudy, "SECRET5")
                        .setString(Tag.SeriesNumber, "424242");

        archive.found(QueryFixture.relational(RITA, keys.build()));

        assertThat(archive.statements())
                .isNotEmpty()
                .noneMatch(sql -> sql.matches("(?is).*(secret|1900|1112|0102|9\\.8|4242).*"));
    }
}
