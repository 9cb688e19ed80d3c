/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnstile.ejb.access.Callers.user;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.turnstile.api.access.AccessRule;
import org.turnstile.api.access.AccessSubject;
import org.turnstile.api.access.DateWindow;
import org.turnstile.api.access.PatientKey;
import org.turnstile.api.access.RuleConditions;
import org.turnstile.ejb.testing.Databases;

/** Random rules over random studies: the predicate, the windows and plain Java agree. */
@Timeout(300)
class RandomRulesTest {

    private static final String[] VALUES = {"A", "B", "C"};
    private static final String[] DAYS = {"20240101", "20240201", "20240301"};

    @TempDir private Path home;

    @ParameterizedTest
    @EnumSource
    void everyWayToAskGivesTheSame(Databases databases) throws Exception {
        Random random = new Random(42);
        try (Archived archive = new Archived(databases, home)) {
            List<StudyRow> studies = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                studies.add(study(random, i));
            }
            archive.studies(studies);
            for (int round = 0; round < 25; round++) {
                List<AccessRule> rules = new ArrayList<>();
                for (int i = random.nextInt(12); i >= 0; i--) {
                    rules.add(rule(random));
                }
                archive.access(rules.stream().map(Object::toString).toArray(String[]::new));
                compare(archive, studies, rules);
            }
        }
    }

    private static void compare(Archived archive, List<StudyRow> studies, List<AccessRule> rules)
            throws AccessUnavailableException {
        List<String> expected =
                studies.stream()
                        .filter(study -> rules.stream().anyMatch(rule -> shows(rule, study)))
                        .map(StudyRow::uid)
                        .toList();
        Set<String> patients =
                Set.copyOf(
                        studies.stream()
                                .filter(study -> expected.contains(study.uid()))
                                .map(StudyRow::patientId)
                                .toList());
        var caller = user("A", "r", "s");
        assertThat(archive.seenBy(caller)).as("%s", rules).isEqualTo(expected);
        assertThat(archive.seenInWindows(caller))
                .as("%s", rules)
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(archive.patientsSeenBy(caller))
                .as("%s", rules)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(patients);
    }

    private static boolean shows(AccessRule rule, StudyRow study) {
        RuleConditions conditions = rule.conditions();
        String date = study.date();
        return !rule.subject().equals(AccessSubject.user("other"))
                && conditions.patient().map(p -> p.equals(key(study))).orElse(true)
                && conditions.institution().map(v -> v.equals(study.institution())).orElse(true)
                && conditions.modality().map(v -> v.equals(study.modality())).orElse(true)
                && (!conditions.own() || Objects.equals(study.storedBy(), "A"))
                && conditions.dates().map(window -> isWithin(date, window)).orElse(true);
    }

    private static PatientKey key(StudyRow study) {
        return new PatientKey(study.patientId(), study.issuer());
    }

    private static boolean isWithin(String date, DateWindow window) {
        return date != null
                && window.from().map(day -> !DateWindow.day(date).isBefore(day)).orElse(true)
                && window.to().map(day -> !DateWindow.day(date).isAfter(day)).orElse(true);
    }

    private static StudyRow study(Random random, int number) {
        int patient = random.nextInt(60);
        return StudyRow.of("1." + number)
                .patient("P" + patient, patient % 3 == 0 ? "I" : "")
                .institution(value(random, VALUES))
                .modality(value(random, VALUES))
                .storedBy(value(random, VALUES))
                .date(value(random, DAYS));
    }

    private static AccessRule rule(Random random) {
        AccessSubject[] subjects = {
            AccessSubject.user("A"),
            AccessSubject.role("r"),
            AccessSubject.role("s"),
            AccessSubject.user("other")
        };
        int patient = random.nextInt(60);
        LocalDate day = DateWindow.day(DAYS[random.nextInt(3)]);
        Optional<DateWindow> dates =
                random.nextInt(3) > 0
                        ? Optional.empty()
                        : Optional.of(
                                random.nextBoolean()
                                        ? new DateWindow(Optional.of(day), Optional.empty())
                                        : new DateWindow(Optional.empty(), Optional.of(day)));
        RuleConditions conditions =
                new RuleConditions(
                        random.nextInt(3) == 0
                                ? Optional.empty()
                                : Optional.of(
                                        new PatientKey("P" + patient, patient % 3 == 0 ? "I" : "")),
                        Optional.ofNullable(random.nextInt(3) == 0 ? value(random, VALUES) : null),
                        Optional.ofNullable(random.nextInt(4) == 0 ? value(random, VALUES) : null),
                        random.nextInt(6) == 0,
                        dates);
        return new AccessRule(subjects[random.nextInt(subjects.length)], conditions);
    }

    /** One of them, or nothing. */
    private static String value(Random random, String... values) {
        int chosen = random.nextInt(values.length + 1);
        return chosen == values.length ? null : values[chosen];
    }
}
