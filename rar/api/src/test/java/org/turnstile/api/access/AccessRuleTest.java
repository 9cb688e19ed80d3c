/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnstile.api.access.AccessSubject.Kind;

class AccessRuleTest {

    private static final String[] PARTS = {
        "a",
        "Z",
        "0",
        "-",
        "'",
        "\"",
        "#",
        ",",
        " ",
        "\u00E4",
        "\u6771",
        "\uD83D\uDE00",
        "\u00A0",
        "all",
        "issuer",
        "%",
        ";",
        "="
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user chief all",
                "role trainees modality CT, date 20240101-",
                "user referrer patient PAT-0003 issuer NORTH",
                "user modality own",
                "anonymous institution \"Open house\"",
                "user u patient \"A,1\", institution X, modality MR, own, date 20240101-20240131",
                "user u date 20240101",
                "user u date -20240101",
            })
    void aRuleIsWrittenAsItIsRead(String line) throws AccessSyntaxException {
        assertThat(RuleParser.parse(1, line).orElseThrow()).hasToString(line);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whateverIsWrittenIsReadAsTheSameRule(long seed) throws AccessSyntaxException {
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            AccessRule rule = new AccessRule(subject(random), conditions(random));
            String line = rule.toString();
            assertThat(RuleParser.parse(1, line)).as(line).contains(rule);
        }
    }

    private static AccessSubject subject(Random random) {
        return new AccessSubject(random.nextBoolean() ? Kind.USER : Kind.ROLE, value(random));
    }

    private static RuleConditions conditions(Random random) {
        LocalDate day = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(1000));
        return new RuleConditions(
                maybe(random, new PatientKey(value(random), value(random))),
                maybe(random, value(random)),
                maybe(random, "CT"),
                random.nextBoolean(),
                maybe(random, new DateWindow(maybe(random, day), Optional.of(day.plusDays(7)))));
    }

    private static <T> Optional<T> maybe(Random random, T value) {
        return random.nextBoolean() ? Optional.of(value) : Optional.empty();
    }

    private static String value(Random random) {
        StringBuilder text = new StringBuilder("v");
        for (int i = random.nextInt(8); i > 0; i--) {
            text.append(PARTS[random.nextInt(PARTS.length)]);
        }
        return text.append('w').toString();
    }

    @Test
    void aSubjectHasAKey() {
        assertThat(AccessSubject.user("a").key()).isEqualTo("u:a");
        assertThat(AccessSubject.role("a").key()).isEqualTo("r:a");
        assertThat(AccessSubject.ANONYMOUS.key()).isEqualTo("anonymous");
    }

    @ParameterizedTest
    @ValueSource(strings = {"u:u:x", "r:anonymous", "anonymous"})
    void aKeyNamesItsSubject(String key) {
        assertThat(AccessSubject.ofKey(key).key()).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "u:", "anonymousx", "g:a"})
    void anotherTextIsNoKey(String key) {
        assertThatThrownBy(() -> AccessSubject.ofKey(key))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aUserWhoIsCalledAnonymousIsNotTheAnonymousCaller() {
        assertThat(AccessSubject.user("anonymous")).isNotEqualTo(AccessSubject.ANONYMOUS);
    }

    @Test
    void valuesThatNoStudyCanHaveAreRefused() {
        assertThatThrownBy(() -> new PatientKey("", "X")).hasMessageContaining("patient: ");
        assertThatThrownBy(() -> new PatientKey("A", "X ")).hasMessageContaining("issuer: ");
        assertThatThrownBy(() -> new PatientKey("A\uD800", "")).hasMessageContaining("surrogate");
        assertThatThrownBy(() -> new DateWindow(Optional.empty(), Optional.empty()))
                .hasMessageContaining("date: ");
        RuleConditions own =
                new RuleConditions(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        true,
                        Optional.empty());
        assertThatThrownBy(() -> new AccessRule(AccessSubject.ANONYMOUS, own))
                .hasMessageContaining("own: ");
        assertThatThrownBy(() -> new AccessSubject(Kind.ANONYMOUS, "x"))
                .hasMessageContaining("anonymous: ");
    }
}
