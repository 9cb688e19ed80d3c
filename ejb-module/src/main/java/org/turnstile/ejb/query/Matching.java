/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.query;

import java.util.ArrayList;
import java.util.List;

/** The kinds of matching (PS3.4 §C.2.2.2), each as the condition on a column that it makes. */
enum Matching {

    /** Single value and wild card matching of texts; of several values, one has to match. */
    TEXT {
        @Override
        String one(int tag, String column, String value, Criteria criteria)
                throws IdentifierException {
            return Wildcards.condition(tag, column, value, criteria);
        }
    },

    /** Single value and list of UID matching (PS3.4 §C.2.2.2.2). */
    UID {
        @Override
        String one(int tag, String column, String value, Criteria criteria) {
            return criteria.bind(value);
        }

        @Override
        String join(String column, List<String> bound) {
            return column + " IN (" + String.join(", ", bound) + ")";
        }
    },

    /** Single value matching of integer strings, whose plus sign and leading zeros mean nothing. */
    INTEGER {
        @Override
        String one(int tag, String column, String value, Criteria criteria) {
            String bare = "TRIM(LEADING '0' FROM TRIM(LEADING '+' FROM " + column + "))";
            return bare + " = " + criteria.bind(value.replaceFirst("^\\+?0*", ""));
        }
    },

    /** Range matching of dates. */
    DATE {
        @Override
        String one(int tag, String column, String value, Criteria criteria)
                throws IdentifierException {
            return Ranges.dates(tag, column, value, criteria);
        }
    },

    /** Range matching of times. */
    TIME {
        @Override
        String one(int tag, String column, String value, Criteria criteria)
                throws IdentifierException {
            return Ranges.times(tag, column, value, criteria);
        }
    },

    /** Matching of person names. */
    NAME {
        @Override
        boolean isUniversal(String value) {
            return NameMatching.isUniversal(value);
        }

        @Override
        String one(int tag, String column, String value, Criteria criteria)
                throws IdentifierException {
            return NameMatching.condition(tag, column, value, criteria);
        }
    };

    /** Most values of one key. */
    static final int MAX_VALUES = 1000;

    /** What one value makes: a condition, or a part of the one that {@link #join} makes. */
    abstract String one(int tag, String column, String value, Criteria criteria)
            throws IdentifierException;

    /** The condition that one of several holds. */
    String join(String column, List<String> any) {
        return "(" + String.join(" OR ", any) + ")";
    }

    /** Whether a value matches everything, even what is absent. */
    boolean isUniversal(String value) {
        return Wildcards.isUniversal(value);
    }

    /** Whether a key with these values restricts nothing (PS3.4 §C.2.2.2.3). */
    boolean isUniversal(List<String> values) {
        return values.stream().allMatch(String::isEmpty)
                || values.stream().anyMatch(each -> !each.isEmpty() && isUniversal(each));
    }

    /**
     * The condition that one of the values matches; empty ones among them are passed over.
     *
     * @param values not universal
     */
    String any(int tag, String column, List<String> values, Criteria criteria)
            throws IdentifierException {
        if (values.size() > MAX_VALUES) {
            throw IdentifierException.tooMuch(tag, "more than " + MAX_VALUES + " values");
        }
        List<String> any = new ArrayList<>();
        for (String each : values) {
            if (each.chars().anyMatch(Character::isISOControl)) {
                throw IdentifierException.mismatch(tag, "control character");
            }
            if (!each.isEmpty()) {
                any.add(one(tag, column, each, criteria));
            }
        }
        return join(column, any);
    }
}
