/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.query;

import java.util.Optional;

/** The levels of a query, top first (PS3.4 §C.6.1.1), and the rows of the index that they are. */
enum QueryLevel {
    /** Patients; seen if one of their studies is. */
    PATIENT(0, "p", "patient p"),
    /** Studies. */
    STUDY(1, "s", "study s JOIN patient p ON p.id = s.patient_fk"),
    /** Series. */
    SERIES(
            2,
            "e",
            "series e JOIN study s ON s.id = e.study_fk JOIN patient p ON p.id = s.patient_fk"),
    /** Composite object instances. */
    IMAGE(
            3,
            "i",
            "instance i JOIN series e ON e.id = i.series_fk JOIN study s ON s.id = e.study_fk"
                    + " JOIN patient p ON p.id = s.patient_fk");

    private final int depth;
    private final String alias;
    private final String tables;

    QueryLevel(int depth, String alias, String tables) {
        this.depth = depth;
        this.alias = alias;
        this.tables = tables;
    }

    /** The level that a value of Query/Retrieve Level (0008,0052) names. */
    static Optional<QueryLevel> of(String value) {
        for (QueryLevel each : values()) {
            if (each.name().equals(value)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** How many levels are above. */
    int depth() {
        return depth;
    }

    boolean isAbove(QueryLevel other) {
        return depth < other.depth;
    }

    /** The column with the row's own key, by which answers are paged. */
    String id() {
        return alias + ".id";
    }

    /** The level's table, joined with those above it. */
    String tables() {
        return tables;
    }

    /** The condition under which the caller sees a row. */
    String visible() {
        return this == PATIENT
                ? "EXISTS (SELECT 1 FROM study s WHERE s.patient_fk = p.id AND {visible})"
                : "{visible}";
    }
}
