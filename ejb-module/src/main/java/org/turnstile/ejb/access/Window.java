/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.access;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Function;

/**
 * A part of the patients: what is asked for in all windows, one after the other, is asked for
 * completely and nowhere twice. A window restricts a query, it never widens it.
 */
public final class Window {

    private static final String PATIENTS = "p.id = ANY(:w_patients)";

    /** All patients. */
    static final Window ALL = new Window(false, "1 = 1", Visibility::predicate, Map.of());

    private final boolean listed;
    private final String condition;
    private final Function<Visibility, String> predicate;
    private final Map<String, Object> parameters;

    private Window(
            boolean listed,
            String condition,
            Function<Visibility, String> predicate,
            Map<String, Object> parameters) {
        this.listed = listed;
        this.condition = condition;
        this.predicate = predicate;
        this.parameters = Map.copyOf(parameters);
    }

    /**
     * Some patients, each of whom a rule names that shows all of the patient's studies: the window
     * is the predicate. Once, since a database would go through the list twice.
     */
    static Window ofWhole(List<Long> patients) {
        return new Window(
                true,
                PATIENTS,
                visibility -> Predicates.EVERYTHING,
                Map.of("w_patients", patients));
    }

    /** Some patients whose studies are looked at one by one. */
    static Window of(List<Long> patients) {
        return new Window(true, PATIENTS, Visibility::predicate, Map.of("w_patients", patients));
    }

    /** All patients whom no rule of these subjects names. */
    static Window without(List<String> grantedTo) {
        StringJoiner condition = new StringJoiner(" AND ");
        Map<String, Object> parameters = new HashMap<>();
        for (String subject : grantedTo) {
            String name = "w_subject" + parameters.size();
            condition.add(
                    "("
                            + Predicates.ONE_BY_ONE
                            + "NOT EXISTS (SELECT 1 FROM access_rule g WHERE g.subject = :"
                            + name
                            + " AND g.patient_id = p.patient_id AND g.issuer = p.issuer))");
            parameters.put(name, subject);
        }
        return new Window(false, condition.toString(), Visibility::withoutGrants, parameters);
    }

    /** Whether it is a list of patients, and not all but some. */
    public boolean isListed() {
        return listed;
    }

    String condition() {
        return condition;
    }

    /** The predicate as it is for these patients. */
    String predicate(Visibility visibility) {
        return predicate.apply(visibility);
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
