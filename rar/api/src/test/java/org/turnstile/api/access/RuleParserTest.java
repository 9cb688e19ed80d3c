/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleParserTest {

    private static final int LINE = 7;

    @Test
    void allShowsEverything() throws AccessSyntaxException {
        AccessRule rule = parse("user chief          all");
        assertThat(rule.subject()).isEqualTo(AccessSubject.user("chief"));
        assertThat(rule.conditions()).isEqualTo(RuleConditions.ALL);
        assertThat(rule.conditions().isAll()).isTrue();
    }

    @Test
    void conditionsOfOneLineAreJoined() throws AccessSyntaxException {
        AccessRule rule = parse("role trainees\tmodality CT , date 20240101-,own");
        assertThat(rule.subject()).isEqualTo(AccessSubject.role("trainees"));
        RuleConditions conditions = rule.conditions();
        assertThat(conditions.modality()).contains("CT");
        assertThat(conditions.dates()).contains(DateWindow.parse("20240101-"));
        assertThat(conditions.own()).isTrue();
        assertThat(conditions.patient()).isEmpty();
        assertThat(conditions.institution()).isEmpty();
        assertThat(conditions.isAll()).isFalse();
    }

    @Test
    void aPatientHasTheIssuerThatIsGivenOrNone() throws AccessSyntaxException {
        assertThat(parse("user referrer patient \"PAT-0003\" issuer NORTH").conditions().patient())
                .contains(new PatientKey("PAT-0003", "NORTH"));
        assertThat(parse("user referrer patient PAT-0003").conditions().patient())
                .contains(new PatientKey("PAT-0003", ""));
    }

    @Test
    void theAnonymousCallerHasRulesOfItsOwn() throws AccessSyntaxException {
        AccessRule rule = parse("anonymous institution \"Open house\"");
        assertThat(rule.subject()).isEqualTo(AccessSubject.ANONYMOUS);
        assertThat(rule.conditions().institution()).contains("Open house");
    }

    @Test
    void valuesInQuotationMarksMayHoldAnything() throws AccessSyntaxException {
        AccessRule rule =
                parse("user \"M\u00FCller, \"\"Max\"\" # 1\" institution \"\u6771\u4EAC\"");
        assertThat(rule.subject().name()).isEqualTo("M\u00FCller, \"Max\" # 1");
        assertThat(rule.conditions().institution()).contains("\u6771\u4EAC");
    }

    @Test
    void aWordMayHoldWhateverShowsAndMeansNothingElse() throws AccessSyntaxException {
        assertThat(parse("user DOMAIN\\m\u00FCller:1@x.org all").subject().name())
                .isEqualTo("DOMAIN\\m\u00FCller:1@x.org");
    }

    @Test
    void keywordsAreNamesWhereANameIsExpected() throws AccessSyntaxException {
        assertThat(parse("user all patient issuer issuer own").conditions().patient())
                .contains(new PatientKey("issuer", "own"));
    }

    @Test
    void twoSpellingsOfOneLetterAreOneName() throws AccessSyntaxException {
        assertThat(parse("user Mu\u0308ller all")).isEqualTo(parse("user M\u00FCller all"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\t", "# user chief all", "  # all", "#"})
    void blankLinesAndCommentsSayNothing(String line) throws AccessSyntaxException {
        assertThat(RuleParser.parse(LINE, line)).isEmpty();
    }

    @Test
    void aCommentMayFollowARule() throws AccessSyntaxException {
        assertThat(parse("user chief all # of the department")).isEqualTo(parse("user chief all"));
    }

    @ParameterizedTest
    @CsvSource({
        "20240131, 2024-01-31, 2024-01-31",
        "20240131-20240201, 2024-01-31, 2024-02-01",
        "20240131-, 2024-01-31,",
        "-20240131, , 2024-01-31",
    })
    void datesAreOneDayOrARangeWithAnEndOpen(String text, LocalDate from, LocalDate to)
            throws AccessSyntaxException {
        assertThat(parse("user u date " + text).conditions().dates())
                .contains(new DateWindow(Optional.ofNullable(from), Optional.ofNullable(to)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                // subject
                "chief all | 1 | expects user, role or anonymous, finds 'chief'",
                "USER chief all | 1 | expects user, role or anonymous, finds 'USER'",
                "\"user\" chief all | 1 | expects user, role or anonymous, finds 'user'",
                ", user | 1 | expects user, role or anonymous, finds a comma",
                "user | 5 | expects the name of the user, finds the end of the line",
                "role , | 6 | expects the name of the role, finds a comma",
                "user # chief | 6 | expects the name of the user, finds the end of the line",
                "user \"\" all | 6 | user: the value is empty",
                "user a\u0007b all | 7 | U+0007 must stand in quotation marks",
                "user \"a\u0007b\" all | 6 | user: the value has control characters",
                // conditions
                "user chief | 11 | expects all, patient, institution, modality, own or date, finds"
                        + " the end of the line",
                "user chief All | 12 | expects all, patient, institution, modality, own or date,"
                        + " finds 'All'",
                "user chief \"all\" | 12 | expects all, patient, institution, modality, own or"
                        + " date, finds 'all'",
                "user chief issuer X | 12 | expects all, patient, institution, modality, own or"
                        + " date, finds 'issuer'",
                "user chief own, | 16 | expects patient, institution, modality, own or date, finds"
                        + " the end of the line",
                "user chief own, all | 17 | expects patient, institution, modality, own or date,"
                        + " finds 'all'",
                "user chief all own | 16 | expects the end of the line after all, finds 'own'",
                "user chief own modality CT | 16 | expects a comma or the end of the line, finds"
                        + " 'modality'",
                "user chief own, own | 17 | own stands twice in the rule",
                "user chief modality CT, modality MR | 25 | modality stands twice in the rule",
                "anonymous own | 11 | own: the anonymous caller owns nothing",
                // values
                "user chief patient | 19 | expects a Patient ID, finds the end of the line",
                "user chief patient , | 20 | expects a Patient ID, finds a comma",
                "user chief patient A issuer | 28 | expects the issuer of the Patient ID, finds"
                        + " the end of the line",
                "user chief patient A issuer \"\" | 29 | issuer: the value is empty",
                "user chief patient A\\B | 20 | patient: 'A\\B' has a backslash, which separates"
                        + " values",
                "user chief patient \" A\" | 20 | patient: ' A' begins or ends with a space, which"
                        + " is never kept",
                "user chief institution | 23 | expects the name of an institution, finds the end"
                        + " of the line",
                "user chief institution \"A \" | 24 | institution: 'A ' begins or ends with a"
                        + " space, which is never kept",
                "user chief modality , | 21 | expects a modality such as CT, finds a comma",
                "user chief modality ct | 21 | modality: 'ct' is not of A-Z, 0-9, space and _"
                        + " (PS3.5 CS)",
                "user chief modality ABCDEFGHIJKLMNOPQ | 21 | modality: 17 characters, at most 16",
                // dates
                "user chief date | 16 | expects days as 20240101-, finds the end of the line",
                "user chief date 2024-01-01 | 17 | date: '2024-01-01' is not YYYYMMDD,"
                        + " YYYYMMDD-YYYYMMDD, YYYYMMDD- or -YYYYMMDD",
                "user chief date - | 17 | date: a first or a last day is needed",
                "user chief date 2024010120240102 | 17 | date: '2024010120240102' is not YYYYMMDD,"
                        + " YYYYMMDD-YYYYMMDD, YYYYMMDD- or -YYYYMMDD",
                "user chief date 20230229 | 17 | date: '20230229' is no day",
                "user chief date 20240102-20240101 | 17 | date: 20240101 is before 20240102",
                // tokens
                "user \"chief all | 6 | expects a closing quotation mark, finds the end of the"
                        + " line",
                "user \"chief\"all | 13 | expects a space, a comma or the end of the line after the"
                        + " quotation mark, finds 'a'",
                "user chief patient A#1 | 21 | '#' must stand in quotation marks",
                "user chief patient A\"1 | 21 | '\"' must stand in quotation marks",
                "user\u00A0chief all | 5 | U+00A0 must stand in quotation marks",
                "user chief\u200B all | 11 | U+200B must stand in quotation marks",
                "user \uD83D\uDE00 foo | 8 | expects all, patient, institution, modality, own or"
                        + " date, finds 'foo'",
            })
    void whatIsWrongIsSaidWithItsLineAndColumn(String line, int column, String problem) {
        AccessSyntaxException error =
                catchThrowableOfType(
                        AccessSyntaxException.class, () -> RuleParser.parse(LINE, line));
        assertThat(error).hasMessage("line 7, column " + column + ": " + problem);
        assertThat(error.line()).isEqualTo(LINE);
        assertThat(error.column()).isEqualTo(column);
    }

    @Test
    void valuesHaveALength() throws AccessSyntaxException {
        assertThat(parse("user " + "n".repeat(256) + " patient " + "p".repeat(64))).isNotNull();
        assertThatThrownBy(() -> parse("user " + "n".repeat(257) + " all"))
                .hasMessage("line 7, column 6: user: 257 characters, at most 256");
        assertThatThrownBy(() -> parse("user " + "\u00E4".repeat(129) + " all"))
                .hasMessage("line 7, column 6: user: 258 bytes, at most 256");
        assertThatThrownBy(() -> parse("user u patient " + "p".repeat(65)))
                .hasMessage("line 7, column 16: patient: 65 characters, at most 64");
        assertThatThrownBy(() -> parse("user u patient P issuer " + "i".repeat(65)))
                .hasMessage("line 7, column 25: issuer: 65 characters, at most 64");
        assertThatThrownBy(() -> parse("user u institution " + "i".repeat(257)))
                .hasMessage("line 7, column 20: institution: 257 characters, at most 256");
    }

    private static AccessRule parse(String line) throws AccessSyntaxException {
        return RuleParser.parse(LINE, line).orElseThrow();
    }
}
