/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench.archive;

/**
 * What to ask for, at STUDY level.
 *
 * @param patients 0: for all studies; else for those of one of so many patients, another each time
 * @param counted whether the keys that are computed are asked for too: Modalities in Study, Number
 *     of Study Related Series and Instances
 * @param matches how many each query has to find
 * @param cancels whether a query is cancelled when it has found so many, where there are more
 */
public record FindPlan(int patients, boolean counted, int matches, boolean cancels) {

    private static final int MOST = 10_000_000;

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException names the field and its value
     */
    public FindPlan {
        within("patients", patients);
        within("matches", matches);
        if (cancels && matches == 0) {
            throw new IllegalArgumentException("matches: 0, after which nothing can be cancelled");
        }
    }

    private static void within(String field, int value) {
        if (value < 0 || value > MOST) {
            throw new IllegalArgumentException(field + ": " + value + " is not 0 to " + MOST);
        }
    }
}
