/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.explain;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.turnstile.api.UserIdentity;
import org.turnstile.api.access.DateWindow;
import org.turnstile.api.access.PatientKey;
import org.turnstile.api.access.RuleConditions;

/** Says in words which condition of a rule a study does not meet. */
final class Verdict {

    private final StudyFacts study;
    private final UserIdentity caller;

    Verdict(StudyFacts study, UserIdentity caller) {
        this.study = study;
        this.caller = caller;
    }

    /** Why the rule does not show the study; empty if it does. */
    String reason(RuleConditions conditions) {
        return Stream.of(
                        conditions.patient().map(this::patient),
                        conditions.institution().map(same("institution", study.institution())),
                        conditions.modality().map(same("modality", study.modality())),
                        conditions.own() ? Optional.of(own()) : Optional.<String>empty(),
                        conditions.dates().map(this::date))
                .flatMap(Optional::stream)
                .filter(reason -> !reason.isEmpty())
                .reduce((first, second) -> first + "; " + second)
                .orElse("");
    }

    private String patient(PatientKey key) {
        boolean met = key.id().equals(study.patientId()) && key.issuer().equals(study.issuer());
        String issuer = study.issuer().isEmpty() ? "no issuer" : "issuer " + study.issuer();
        return met ? "" : "patient is " + shown(study.patientId()) + " of " + issuer;
    }

    private static Function<String, String> same(String what, String value) {
        return demanded ->
                demanded.equals(value)
                        ? ""
                        : value.isEmpty()
                                ? what + " is not common to all series"
                                : what + " is " + value;
    }

    private String own() {
        if (!caller.isAnonymous() && caller.name().equals(study.storedBy())) {
            return "";
        }
        return study.storedBy().isEmpty()
                ? "not stored by one verified caller alone"
                : "stored by " + study.storedBy();
    }

    private String date(DateWindow window) {
        String date = study.date();
        if (date.isEmpty()) {
            return "study has no date";
        }
        boolean early = date.compareTo(DateWindow.text(window.from())) < 0;
        boolean late = window.to().isPresent() && date.compareTo(DateWindow.text(window.to())) > 0;
        return early || late ? "study is of " + date : "";
    }

    private static String shown(String value) {
        return value.isEmpty() ? "without an ID" : value;
    }
}
