/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.access;

import java.util.StringJoiner;

/** Writes rules as {@link RuleParser} reads them. */
final class RulePrinter {

    private RulePrinter() {}

    static String print(AccessRule rule) {
        AccessSubject subject = rule.subject();
        String name = subject.name().isEmpty() ? "" : " " + quoted(subject.name());
        return subject.kind().word() + name + " " + print(rule.conditions());
    }

    private static String print(RuleConditions conditions) {
        StringJoiner joined = new StringJoiner(", ");
        joined.setEmptyValue("all");
        conditions.patient().ifPresent(patient -> joined.add(print(patient)));
        conditions.institution().ifPresent(value -> joined.add("institution " + quoted(value)));
        conditions.modality().ifPresent(value -> joined.add("modality " + quoted(value)));
        if (conditions.own()) {
            joined.add("own");
        }
        conditions.dates().ifPresent(window -> joined.add("date " + window));
        return joined.toString();
    }

    private static String print(PatientKey patient) {
        String issuer = patient.issuer().isEmpty() ? "" : " issuer " + quoted(patient.issuer());
        return "patient " + quoted(patient.id()) + issuer;
    }

    /** The value, in quotation marks where it cannot stand without. */
    private static String quoted(String value) {
        boolean plain = value.codePoints().allMatch(RuleTokens::isOfWord);
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
