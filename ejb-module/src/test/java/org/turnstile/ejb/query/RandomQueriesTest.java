/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.turnstile.api.UserIdentity;
import org.turnstile.api.data.Dataset;
import org.turnstile.api.data.DatasetBuilder;
import org.turnstile.api.data.Tag;
import org.turnstile.ejb.testing.Databases;

/** Random holdings, random queries: the index and a look at every entity give the same. */
class RandomQueriesTest {

    private static final int PATIENTS = 40;
    private static final int QUERIES = 150;
    private static final UserIdentity NORTHERNER = Callers.verified("nora", "north");

    private static final List<String> NAMES =
            List.of(
                    "Doe^John",
                    "DOE^JANE^^Dr",
                    "doe",
                    "Doe^^Q",
                    "D%e^J_n",
                    "O'Brien^Pat!",
                    "Müller^Jürgen",
                    "Mueller^Juergen",
                    "Yamada^Tarou=山田^太郎=やまだ^たろう",
                    "=山田^花子",
                    "Yamada^Hanako==やまだ^はなこ",
                    "Γεωργίου^Μαρία");
    private static final List<String> NAME_KEYS =
            List.of(
                    "doe^john",
                    "DOE*",
                    "doe^*",
                    "doe^*^*",
                    "doe^^*",
                    "d?e",
                    "*^j*",
                    "d%e*",
                    "*_*",
                    "*!",
                    "*'*",
                    "müller*",
                    "m?ller^*",
                    "山田*",
                    "=山田*",
                    "yamada*=",
                    "y*=*=やまだ*",
                    "*=*",
                    "==やまだ^*",
                    "γεωργίου*",
                    "^*",
                    "*^*",
                    "^",
                    "doe^",
                    "????????",
                    "*o*e*");
    private static final List<String> TEXTS =
            List.of("A", "a", "A1", "A_1", "A%1", "A!", "B 2", "Ä", "1*", "?", "AAAA", "CHEST CT");
    private static final List<String> TEXT_KEYS =
            List.of(
                    "A", "A*", "*1", "?1", "A?1", "A%1", "A_*", "*!*", "* *", "Ä", "?", "??",
                    "*A*A", "CHEST*", "b 2", "**A**");
    private static final List<String> DATES =
            List.of("20231231", "20240101", "20240229", "19000101");
    private static final List<String> DATE_KEYS =
            List.of(
                    "20240101",
                    "20240101-",
                    "-20231231",
                    "20231231-20240101",
                    "20240102-20240228",
                    "19000101-20991231",
                    "20250101-20240101");
    private static final List<String> TIMES =
            List.of("10", "1000", "100000", "100000.5", "100059.999999", "1001", "235959", "00");
    private static final List<String> TIME_KEYS =
            List.of(
                    "10",
                    "1000",
                    "100000",
                    "100000.5",
                    "10-1001",
                    "1000-",
                    "-100000",
                    "100000.4-10",
                    "235959",
                    "-235959.5",
                    "000000",
                    "100001-100100");
    private static final List<String> MODALITIES = List.of("CT", "MR", "US");
    private static final List<String> INSTITUTIONS = List.of("NORTH", "SOUTH");
    private static final List<String> NUMBERS = List.of("1", "01", "+1", "2", "-3", "10");

    private final Random random = new Random(20261122);

    private <T> T any(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** One of them, or null. */
    private String some(List<String> from) {
        return random.nextInt(4) == 0 ? null : any(from);
    }

    @ParameterizedTest
    @EnumSource
    void theIndexAgreesWithALookAtEveryEntity(Databases databases) {
        List<Entity> patients = patients();
        try (QueryFixture archive = new QueryFixture(databases, "role north institution NORTH")) {
            archive.enter(patients);
            archive.pageSize(20);
            for (int i = 0; i < QUERIES; i++) {
                QueryLevel level = any(List.of(QueryLevel.values()));
                Dataset identifier = identifier(level);
                check(archive, patients, level, identifier);
            }
        }
    }

    private static void check(
            QueryFixture archive, List<Entity> patients, QueryLevel level, Dataset identifier) {
        Predicate<Entity> north =
                study -> study.common(Tag.InstitutionName).equals(Optional.of(INSTITUTIONS.get(0)));
        assertThat(found(archive, QueryFixture.CHIEF, level, identifier))
                .as(describe(identifier))
                .isEqualTo(Oracle.find(patients, level, identifier, study -> true));
        assertThat(found(archive, NORTHERNER, level, identifier))
                .as("north " + describe(identifier))
                .isEqualTo(Oracle.find(patients, level, identifier, north));
    }

    private static List<String> found(
            QueryFixture archive, UserIdentity caller, QueryLevel level, Dataset identifier) {
        return archive.found(QueryFixture.relational(caller, identifier)).stream()
                .map(match -> match.getString(Key.unique(level).tag()).orElse(""))
                .sorted()
                .toList();
    }

    private static String describe(Dataset identifier) {
        StringBuilder all = new StringBuilder();
        identifier.forEach(
                each -> all.append(each).append(identifier.getStrings(each.tag())).append("; "));
        return all.toString();
    }

    private List<Entity> patients() {
        List<Entity> patients = new ArrayList<>();
        for (int i = 0; i < PATIENTS; i++) {
            Entity patient =
                    Entity.patient("P" + i)
                            .with(Tag.PatientName, some(NAMES))
                            .with(Tag.PatientBirthDate, some(DATES))
                            .with(Tag.PatientSex, some(List.of("M", "F", "O")))
                            .with(Tag.IssuerOfPatientID, some(TEXTS));
            int studies = 1 + random.nextInt(3);
            for (int j = 0; j < studies; j++) {
                study(patient, "1." + i + "." + j);
            }
            patients.add(patient);
        }
        return patients;
    }

    private void study(Entity patient, String uid) {
        Entity study =
                patient.study(uid, some(MODALITIES), some(INSTITUTIONS))
                        .with(Tag.StudyDate, some(DATES))
                        .with(Tag.StudyTime, some(TIMES))
                        .with(Tag.AccessionNumber, some(TEXTS))
                        .with(Tag.StudyID, some(TEXTS))
                        .with(Tag.StudyDescription, some(TEXTS))
                        .with(Tag.ReferringPhysicianName, some(NAMES));
        if (random.nextBoolean()) {
            study.series(uid + ".2", some(MODALITIES), some(INSTITUTIONS));
        }
        for (Entity series : study.children()) {
            series.with(Tag.SeriesNumber, some(NUMBERS))
                    .with(Tag.SeriesDescription, some(TEXTS))
                    .with(Tag.BodyPartExamined, some(List.of("CHEST", "HEAD")))
                    .with(Tag.SeriesDate, some(DATES))
                    .with(Tag.SeriesTime, some(TIMES));
            series.child(0).with(Tag.InstanceNumber, some(NUMBERS));
        }
    }

    private Dataset identifier(QueryLevel level) {
        DatasetBuilder keys = QueryFixture.keys(level);
        for (int i = random.nextInt(3); i >= 0; i--) {
            key(keys, level);
        }
        return keys.build();
    }

    private void key(DatasetBuilder keys, QueryLevel level) {
        Key key = any(List.of(Key.values()));
        if (level.isAbove(key.level())) {
            return;
        }
        switch (key.matching()) {
            case NAME -> keys.setString(key.tag(), any(NAME_KEYS));
            case DATE -> keys.setString(key.tag(), any(DATE_KEYS));
            case TIME -> keys.setString(key.tag(), any(TIME_KEYS));
            case INTEGER -> keys.setString(key.tag(), any(List.of("1", "2", "-3", "10", "7")));
            case UID -> uids(keys, key);
            case TEXT -> texts(keys, key, level);
        }
    }

    private void uids(DatasetBuilder keys, Key key) {
        String below = ".1".repeat(Math.max(0, key.level().depth() - 1));
        String[] uids = new String[1 + random.nextInt(20)];
        for (int i = 0; i < uids.length; i++) {
            uids[i] =
                    key == Key.SOP_CLASS_UID
                            ? "1.2.840.10008.5.1.4.1.1." + random.nextInt(4)
                            : "1." + random.nextInt(PATIENTS) + "." + random.nextInt(3) + below;
        }
        keys.setString(key.tag(), uids);
    }

    private void texts(DatasetBuilder keys, Key key, QueryLevel level) {
        List<String> from =
                switch (key) {
                    case PATIENT_ID -> List.of("P1", "P1?", "P*1", "P2*", "p1");
                    case PATIENT_SEX -> List.of("M", "F", "?", "m");
                    case BODY_PART_EXAMINED -> List.of("CHEST", "C*", "*E*", "head");
                    case MODALITY -> List.of("CT", "?T", "M*", "ct");
                    case STUDY_INSTITUTION_NAME, INSTITUTION_NAME ->
                            List.of("NORTH", "*O*", "S*", "south");
                    default -> TEXT_KEYS;
                };
        if (random.nextBoolean()) {
            keys.setString(key.tag(), any(from));
        } else {
            keys.setString(key.tag(), any(from), any(from));
        }
        if (random.nextInt(5) == 0 && !level.isAbove(QueryLevel.STUDY)) {
            keys.setString(Tag.ModalitiesInStudy, any(List.of("CT", "?T", "US", "PT")));
        }
    }
}
