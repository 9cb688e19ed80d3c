/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnstile.ejb.access.Callers.unverified;
import static org.turnstile.ejb.access.Callers.user;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.turnstile.api.UserIdentity;
import org.turnstile.ejb.testing.Databases;

/** Who sees what: for each condition what it shows and what it hides. */
class VisibilityTest {

    @TempDir private Path home;

    @ParameterizedTest
    @EnumSource
    void whoHasNoRuleSeesNothing(Databases databases) throws Exception {
        try (Archived archive = new Archived(databases, home)) {
            archive.study(StudyRow.of("1")).access("user chief all");

            assertThat(archive.seenBy(user("chief"))).containsExactly("1");
            assertThat(archive.seenBy(user("Chief"))).isEmpty();
            assertThat(archive.seenBy(user("other", "chief"))).isEmpty();
            assertThat(archive.rules().visibilityOf(user("other")).isNothing()).isTrue();
            assertThat(archive.rules().visibilityOf(user("chief")).isEverything()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void anInstitutionIsThatOfEverySeries(Databases databases) throws Exception {
        try (Archived archive = new Archived(databases, home)) {
            archive.study(StudyRow.of("north"))
                    .study(StudyRow.of("south").institution("SOUTH"))
                    .study(StudyRow.of("mixed or none").institution(null))
                    .access("user radiologist institution NORTH");

            assertThat(archive.seenBy(user("radiologist"))).containsExactly("north");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aModalityIsThatOfEverySeries(Databases databases) throws Exception {
        try (Archived archive = new Archived(databases, home)) {
            archive.study(StudyRow.of("ct"))
                    .study(StudyRow.of("mr").modality("MR"))
                    .study(StudyRow.of("ct and mr").modality(null))
                    .access("user u modality MR");

            assertThat(archive.seenBy(user("u"))).containsExactly("mr");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPatientIsNamedWithTheIssuer(Databases databases) throws Exception {
        try (Archived archive = new Archived(databases, home)) {
            archive.study(StudyRow.of("1").patient("P", ""))
                    .study(StudyRow.of("2").patient("P", "NORTH"))
                    .study(StudyRow.of("3").patient("P", "SOUTH"))
                    .study(StudyRow.of("4").patient("p", ""))
                    .study(StudyRow.of("5").patient("", ""))
                    .access("user a patient P", "user b patient P issuer NORTH");

            assertThat(archive.seenBy(user("a"))).containsExactly("1");
            assertThat(archive.seenBy(user("b"))).containsExactly("2");
        }
    }

    @ParameterizedTest
    @EnumSource
    void ownIsWhatTheCallerHasStoredAlone(Databases databases) throws Exception {
        try (Archived archive = new Archived(databases, home)) {
            archive.study(StudyRow.of("mine").storedBy("ct1"))
                    .study(StudyRow.of("not mine").storedBy("mr1"))
                    .study(StudyRow.of("of both, or of nobody known").storedBy(null))
                    .access("role modalities own");

            assertThat(archive.seenBy(user("ct1", "modalities"))).containsExactly("mine");
            assertThat(archive.seenBy(user("us1", "modalities"))).isEmpty();
            assertThat(archive.seenBy(user("ct1"))).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void datesCountFromTheFirstToTheLastDay(Databases databases) throws Exception {
        try (Archived archive = new Archived(databases, home)) {
            for (String day : new String[] {"20231231", "20240101", "20240131", "20240201"}) {
                archive.study(StudyRow.of(day).date(day));
            }
            archive.study(StudyRow.of("without a date").date(null));
            archive.access(
                    "user closed date 20240101-20240131",
                    "user from date 20240131-",
                    "user to date -20240101",
                    "user day date 20240101");

            assertThat(archive.seenBy(user("closed"))).containsExactly("20240101", "20240131");
            assertThat(archive.seenBy(user("from"))).containsExactly("20240131", "20240201");
            assertThat(archive.seenBy(user("to"))).containsExactly("20231231", "20240101");
            assertThat(archive.seenBy(user("day"))).containsExactly("20240101");
        }
    }

    @ParameterizedTest
    @EnumSource
    void allConditionsOfOneLineMustHold(Databases databases) throws Exception {
        try (Archived archive = new Archived(databases, home)) {
            StudyRow meets = StudyRow.of("meets all").patient("P", "X").storedBy("u");
            archive.study(meets)
                    .study(meets.patient("Q", "X").uid("patient"))
                    .study(meets.institution("SOUTH").uid("institution"))
                    .study(meets.modality("MR").uid("modality"))
                    .study(meets.storedBy("v").uid("own"))
                    .study(meets.date("20230615").uid("date"))
                    .access(
                            "user u patient P issuer X, institution NORTH, modality CT, own,"
                                    + " date 20240101-20241231",
                            "user without institution NORTH, modality CT, date 20240101-");

            assertThat(archive.seenBy(user("u"))).containsExactly("meets all");
            assertThat(archive.seenBy(user("without")))
                    .containsExactly("meets all", "patient", "own");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatAnyRuleOfNameOrRolesShowsIsSeen(Databases databases) throws Exception {
        try (Archived archive = new Archived(databases, home)) {
            archive.study(StudyRow.of("north"))
                    .study(StudyRow.of("south").institution("SOUTH"))
                    .study(StudyRow.of("west").institution("WEST"))
                    .study(StudyRow.of("patient").institution("EAST").patient("P", ""))
                    .access(
                            "user u institution NORTH",
                            "user u institution NORTH",
                            "user u patient P",
                            "role r institution SOUTH",
                            "role other institution WEST");

            assertThat(archive.seenBy(user("u"))).containsExactly("north", "patient");
            assertThat(archive.seenBy(user("u", "r"))).containsExactly("north", "south", "patient");
            assertThat(archive.seenBy(user("v", "r"))).containsExactly("south");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRuleOfOneUserMeansNothingForARoleOfThatName(Databases databases) throws Exception {
        try (Archived archive = new Archived(databases, home)) {
            archive.study(StudyRow.of("1")).access("user x all", "role y all");

            assertThat(archive.seenBy(user("y", "x"))).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theAnonymousCallerHasItsOwnRulesAlone(Databases databases) throws Exception {
        try (Archived archive = new Archived(databases, home)) {
            archive.study(StudyRow.of("1").institution("PUBLIC")).study(StudyRow.of("2"));
            archive.access("user chief all");
            assertThat(archive.seenBy(UserIdentity.anonymous())).isEmpty();

            archive.access("user anonymous all", "role anonymous all");
            assertThat(archive.seenBy(UserIdentity.anonymous())).isEmpty();

            archive.access("anonymous institution PUBLIC");
            assertThat(archive.seenBy(UserIdentity.anonymous())).containsExactly("1");
            assertThat(archive.seenBy(user("anonymous"))).isEmpty();
            assertThat(archive.seenBy(user("chief"))).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aNameThatNothingProvesIsAnonymousUnlessTrusted(Databases databases) throws Exception {
        try (Archived archive = new Archived(databases, home)) {
            archive.study(StudyRow.of("1").institution("PUBLIC")).study(StudyRow.of("2"));
            archive.access("user chief all", "role r all", "anonymous institution PUBLIC");

            UserIdentity chief = unverified("chief", "r");
            assertThat(archive.seenBy(chief)).containsExactly("1");
            assertThat(archive.rules(true).visibilityOf(chief).isEverything()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void rulesOfTheDatabaseCountBesideThoseOfTheFile(Databases databases) throws Exception {
        try (Archived archive = new Archived(databases, home)) {
            archive.study(StudyRow.of("north")).study(StudyRow.of("south").institution("SOUTH"));
            archive.access("user u institution NORTH").databaseRule("u:u", "SOUTH");
            assertThat(archive.seenBy(user("u"))).containsExactly("north", "south");

            archive.access("# none");
            assertThat(archive.seenBy(user("u"))).containsExactly("south");
        }
    }

    @ParameterizedTest
    @EnumSource
    void manyRulesWithoutAPatientStayRows(Databases databases) throws Exception {
        try (Archived archive = new Archived(databases, home)) {
            archive.study(StudyRow.of("1").institution("I7"))
                    .study(StudyRow.of("2").institution("J7"))
                    .study(StudyRow.of("3").institution(null).patient("P", ""));
            String[] lines = new String[RuleTable.MAX_TERMS + 50];
            for (int i = 0; i < lines.length; i++) {
                lines[i] = "user u institution I" + i + ", date 20240101-";
            }
            lines[149] = "user u patient P";
            archive.access(lines);

            assertThat(archive.seenBy(user("u"))).containsExactly("1", "3");
            assertThat(archive.seenInWindows(user("u"))).containsExactlyInAnyOrder("1", "3");
        }
    }

    @ParameterizedTest
    @EnumSource
    void signsThatMeanSomethingToSqlMeanNothingInValues(Databases databases) throws Exception {
        String evil = "x' OR '1'='1' -- :v_caller ?1 {visible} %_;\u0131";
        try (Archived archive = new Archived(databases, home)) {
            archive.study(StudyRow.of("1").patient(evil, evil).institution(evil).storedBy(evil))
                    .study(StudyRow.of("2"));
            archive.access(
                    quoted("user ", evil, " own"),
                    quoted("role ", evil, quoted(" institution ", evil, "")),
                    quoted("user p patient ", evil, quoted(" issuer ", evil, "")));

            assertThat(archive.seenBy(user(evil))).containsExactly("1");
            assertThat(archive.seenBy(user("u", evil))).containsExactly("1");
            assertThat(archive.seenBy(user("p"))).containsExactly("1");
            assertThat(archive.seenBy(user("x' OR '1'='1"))).isEmpty();
            assertThat(archive.seenInWindows(user("p"))).containsExactly("1");
        }
    }

    private static String quoted(String before, String value, String after) {
        return before + '"' + value + '"' + after;
    }

    @ParameterizedTest
    @EnumSource
    void theNextOperationFollowsAnEdit(Databases databases) throws IOException, Exception {
        try (Archived archive = new Archived(databases, home)) {
            archive.study(StudyRow.of("1"));
            archive.access("user u all");
            assertThat(archive.seenBy(user("u"))).containsExactly("1");
            archive.access("user v all");
            assertThat(archive.seenBy(user("u"))).isEmpty();
            assertThat(archive.seenBy(user("v"))).containsExactly("1");
            archive.access("user u all");
            assertThat(archive.seenBy(user("u"))).containsExactly("1");
        }
    }
}
