/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench.granted;

/**
 * What is in the index.
 *
 * @param studies how many studies, 1 to 10,000,000
 * @param patients how many patients they are of, 1 to the number of studies
 * @param granted how many of the patients one caller is granted, 1 to their number
 */
public record Holdings(int studies, int patients, int granted) {

    private static final int MOST = 10_000_000;

    /** A prime, so that patient IDs stand in another order than the rows. */
    private static final long STEP = 7_368_787;

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException names the field and its value
     */
    public Holdings {
        within("studies", studies, MOST);
        within("patients", patients, studies);
        within("granted", granted, patients);
        if (patients % STEP == 0) {
            throw new IllegalArgumentException("patients: " + patients + " is divided by " + STEP);
        }
    }

    private static void within(String field, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(field + ": " + value + " is not 1 to " + most);
        }
    }

    /** Patient ID of the patient whose row has this number, from 0. */
    String patientId(int patient) {
        return String.format("P%08d", patient * STEP % patients);
    }

    /** The row of the patient that a study is of: another one each time, then all over again. */
    int patientOf(int study) {
        return study % patients;
    }

    /** The row of a granted patient: they are spread over all. */
    int grantedPatient(int grant) {
        return (int) ((long) grant * patients / granted);
    }

    /** Studies of the granted patients. */
    int grantedStudies() {
        int rows = 0;
        for (int grant = 0; grant < granted; grant++) {
            rows += (studies - grantedPatient(grant) - 1) / patients + 1;
        }
        return rows;
    }
}
