/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.access;

import java.util.List;
import java.util.Map;

/**
 * What one caller sees: a condition on a study {@code s} and its patient {@code p} in SQL, and the
 * values of its parameters. True for a study that is seen, false or unknown for any other. Never
 * changed; good for one operation, since the rules may change before the next.
 */
public final class Visibility {

    private final String predicate;
    private final String withoutGrants;
    private final Map<String, Object> parameters;
    private final List<String> grantedTo;

    /**
     * Of its parts.
     *
     * @param predicate for all patients
     * @param withoutGrants for a patient whom no rule names: the same, and simpler
     * @param grantedTo keys of the subjects whose rules for single patients count; empty where
     *     there are none, or where no rule could show more than is shown already
     */
    Visibility(
            String predicate,
            String withoutGrants,
            Map<String, Object> parameters,
            List<String> grantedTo) {
        this.predicate = predicate;
        this.withoutGrants = withoutGrants;
        this.parameters = Map.copyOf(parameters);
        this.grantedTo = List.copyOf(grantedTo);
    }

    /** Whether no study is seen, whatever is stored. */
    public boolean isNothing() {
        return predicate.equals(Predicates.NOTHING);
    }

    /** Whether every study is seen. */
    public boolean isEverything() {
        return predicate.equals(Predicates.EVERYTHING);
    }

    String predicate() {
        return predicate;
    }

    String withoutGrants() {
        return withoutGrants;
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    List<String> grantedTo() {
        return grantedTo;
    }

    /** The kind of it, without any value. */
    @Override
    public String toString() {
        return isNothing() ? "nothing" : isEverything() ? "everything" : "some";
    }
}
