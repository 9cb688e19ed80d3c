/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.access;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the predicate of a caller. Values are parameters; none ever becomes text. */
final class Predicates {

    static final String EVERYTHING = "1 = 1";
    static final String NOTHING = "1 = 0";

    /**
     * Before a sub-select: it is then asked for each row, by the index. PostgreSQL would otherwise
     * make a join of it, and without statistics, as after a large import, one that never ends.
     */
    static final String ONE_BY_ONE = "1 = 0 OR ";

    /** What a rule demands of a study, where it demands it. */
    private static final String DEMANDS =
            " AND (r.institution IS NULL OR r.institution = s.institution)"
                    + " AND (r.modality IS NULL OR r.modality = s.modality)"
                    + " AND (r.own = FALSE OR s.stored_by = :v_caller)"
                    + " AND (r.date_from IS NULL OR s.study_date >= r.date_from)"
                    + " AND (r.date_to IS NULL OR s.study_date <= r.date_to))";

    private final Caller caller;
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    private Predicates(Caller caller) {
        this.caller = caller;
    }

    static Visibility of(Caller caller, Grants grants) {
        return new Predicates(caller).build(grants);
    }

    private Visibility build(Grants grants) {
        if (grants.all()) {
            return new Visibility(EVERYTHING, EVERYTHING, Map.of(), List.of());
        }
        List<String> ways = new ArrayList<>();
        if (grants.tooMany()) {
            ways.add(rowsWithoutPatient());
        } else {
            grants.terms().forEach(term -> ways.add(condition(term)));
        }
        String withoutGrants = anyOf(ways);
        if (!grants.patients().isEmpty()) {
            ways.add(rowsOfPatient(grants.patients()));
        }
        return new Visibility(anyOf(ways), withoutGrants, parameters, grants.patients());
    }

    private static String anyOf(List<String> ways) {
        return ways.isEmpty() ? NOTHING : "(" + String.join(" OR ", ways) + ")";
    }

    private String condition(Grants.Term term) {
        List<String> demands = new ArrayList<>();
        demand(demands, "s.institution = ", term.institution());
        demand(demands, "s.modality = ", term.modality());
        if (term.own()) {
            demands.add("s.stored_by = " + ofCaller());
        }
        demand(demands, "s.study_date >= ", term.from());
        demand(demands, "s.study_date <= ", term.to());
        return "(" + String.join(" AND ", demands) + ")";
    }

    private void demand(List<String> demands, String comparison, String value) {
        if (value != null) {
            demands.add(comparison + bind(value));
        }
    }

    private String rowsWithoutPatient() {
        return anyRow("r.patient_id IS NULL", caller.subjects());
    }

    private String rowsOfPatient(List<String> grantedTo) {
        return anyRow("r.patient_id = p.patient_id AND r.issuer = p.issuer", grantedTo);
    }

    /** A sub-select for each subject: by equality every database finds its way into the index. */
    private String anyRow(String rows, List<String> subjects) {
        ofCaller();
        List<String> each = new ArrayList<>();
        for (String subject : subjects) {
            each.add(
                    "EXISTS (SELECT 1 FROM access_rule r WHERE r.subject = "
                            + bind(subject)
                            + " AND "
                            + rows
                            + DEMANDS);
        }
        return ONE_BY_ONE + String.join(" OR ", each);
    }

    /** The anonymous caller's name is empty, which no row holds. */
    private String ofCaller() {
        parameters.put("v_caller", caller.name());
        return ":v_caller";
    }

    private String bind(String value) {
        String name = "v_" + parameters.size();
        parameters.put(name, value);
        return ":" + name;
    }
}
