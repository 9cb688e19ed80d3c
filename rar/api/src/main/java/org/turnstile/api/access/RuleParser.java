/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.access;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.turnstile.api.access.RuleTokens.Token;

/**
 * Reads one line of the file {@code access}:
 *
 * <pre>
 * rule       = subject ( "all" | condition *( "," condition ) )
 * subject    = "user" value | "role" value | "anonymous"
 * condition  = "patient" value [ "issuer" value ] | "institution" value | "modality" value
 *            | "own" | "date" range
 * range      = DAY | DAY "-" DAY | DAY "-" | "-" DAY
 * value      = word | DQUOTE *( char | DQUOTE DQUOTE ) DQUOTE
 * </pre>
 */
public final class RuleParser {

    private enum Condition {
        PATIENT,
        INSTITUTION,
        MODALITY,
        OWN,
        DATE;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final String CONDITIONS = "patient, institution, modality, own or date";

    private final RuleTokens tokens;
    private final Set<Condition> seen = EnumSet.noneOf(Condition.class);
    private Token token;
    private Optional<PatientKey> patient = Optional.empty();
    private Optional<String> institution = Optional.empty();
    private Optional<String> modality = Optional.empty();
    private Optional<DateWindow> dates = Optional.empty();

    private RuleParser(RuleTokens tokens) throws AccessSyntaxException {
        this.tokens = tokens;
        this.token = tokens.next();
    }

    /**
     * Reads a line.
     *
     * @param number its number in the file, from 1
     * @param line the line without its end
     * @return the rule; empty where the line is blank or a comment
     * @throws AccessSyntaxException if it is neither
     */
    public static Optional<AccessRule> parse(int number, String line) throws AccessSyntaxException {
        RuleParser parser = new RuleParser(new RuleTokens(number, line));
        return parser.token.type() == RuleTokens.Type.END
                ? Optional.empty()
                : Optional.of(parser.rule());
    }

    private AccessRule rule() throws AccessSyntaxException {
        AccessSubject subject = subject();
        if (token.is("all")) {
            advance();
            expectEnd("the end of the line after all");
            return new AccessRule(subject, RuleConditions.ALL);
        }
        condition("all, " + CONDITIONS, subject);
        while (token.type() == RuleTokens.Type.COMMA) {
            advance();
            condition(CONDITIONS, subject);
        }
        expectEnd("a comma or the end of the line");
        return new AccessRule(
                subject,
                new RuleConditions(
                        patient, institution, modality, seen.contains(Condition.OWN), dates));
    }

    private AccessSubject subject() throws AccessSyntaxException {
        for (AccessSubject.Kind kind : AccessSubject.Kind.values()) {
            if (token.is(kind.word())) {
                advance();
                return kind == AccessSubject.Kind.ANONYMOUS
                        ? AccessSubject.ANONYMOUS
                        : value("the name of the " + kind.word(), n -> new AccessSubject(kind, n));
            }
        }
        throw expected("user, role or anonymous");
    }

    private void condition(String expected, AccessSubject subject) throws AccessSyntaxException {
        Condition condition = null;
        for (Condition each : Condition.values()) {
            if (token.is(each.word())) {
                condition = each;
            }
        }
        if (condition == null) {
            throw expected(expected);
        }
        if (!seen.add(condition)) {
            throw tokens.error(token.column(), condition.word() + " stands twice in the rule");
        }
        if (condition == Condition.OWN && subject.equals(AccessSubject.ANONYMOUS)) {
            throw tokens.error(token.column(), "own: the anonymous caller owns nothing");
        }
        advance();
        read(condition);
    }

    private void read(Condition condition) throws AccessSyntaxException {
        switch (condition) {
            case PATIENT -> patient = Optional.of(patient());
            case INSTITUTION ->
                    institution =
                            Optional.of(
                                    value(
                                            "the name of an institution",
                                            v -> with(Optional.of(v), Optional.empty())));
            case MODALITY ->
                    modality =
                            Optional.of(
                                    value(
                                            "a modality such as CT",
                                            v -> with(Optional.empty(), Optional.of(v))));
            case DATE -> dates = Optional.of(value("days as 20240101-", DateWindow::parse));
            case OWN -> {
                // says all by itself
            }
        }
    }

    /** The value, once conditions have been made of it that check it. */
    private static String with(Optional<String> institution, Optional<String> modality) {
        new RuleConditions(Optional.empty(), institution, modality, false, Optional.empty());
        return institution.or(() -> modality).orElseThrow();
    }

    private PatientKey patient() throws AccessSyntaxException {
        PatientKey alone = value("a Patient ID", id -> new PatientKey(id, ""));
        if (!token.is("issuer")) {
            return alone;
        }
        advance();
        return value(
                "the issuer of the Patient ID",
                issuer -> new PatientKey(alone.id(), RuleValue.check("issuer", issuer, 64)));
    }

    /** Makes something of a value. */
    private interface Meaning<T> {
        /** May refuse with an {@link IllegalArgumentException}. */
        T of(String value);
    }

    private <T> T value(String expected, Meaning<T> meaning) throws AccessSyntaxException {
        if (!token.isValue()) {
            throw expected(expected);
        }
        Token value = token;
        T meant;
        try {
            meant = meaning.of(value.text());
        } catch (IllegalArgumentException e) {
            throw tokens.error(value.column(), e.getMessage());
        }
        advance();
        return meant;
    }

    private void expectEnd(String expected) throws AccessSyntaxException {
        if (token.type() != RuleTokens.Type.END) {
            throw expected(expected);
        }
    }

    private AccessSyntaxException expected(String what) {
        return tokens.error(token.column(), "expects " + what + ", finds " + token.found());
    }

    private void advance() throws AccessSyntaxException {
        token = tokens.next();
    }
}
