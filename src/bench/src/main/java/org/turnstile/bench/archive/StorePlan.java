/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench.archive;

/**
 * What to store. Each association stores a part of its own, as modalities do.
 *
 * @param size bytes of each object, about
 * @param objects how many count, 1 to 10,000,000
 * @param warmup how many are stored before, by each association, which do not count
 * @param associations how many at once, 1 to 1,000
 * @param objectsOfSeries objects of each series, at least 1
 * @param seriesOfStudy series of each study, at least 1; every study has a patient of its own
 * @param run a number that no other run at the same archive has, so that all UIDs are new
 */
public record StorePlan(
        int size,
        int objects,
        int warmup,
        int associations,
        int objectsOfSeries,
        int seriesOfStudy,
        long run) {

    private static final int MOST = 10_000_000;
    private static final long RUNS = 10_000_000_000L;

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException names the field and its value
     */
    public StorePlan {
        within("size", size, ObjectTemplate.LEAST, ObjectTemplate.MOST);
        within("objects", objects, 1, MOST);
        within("warmup", warmup, 0, MOST);
        within("associations", associations, 1, 1_000);
        within("objectsOfSeries", objectsOfSeries, 1, MOST);
        within("seriesOfStudy", seriesOfStudy, 1, MOST);
        if (run < 0 || run >= RUNS) {
            throw new IllegalArgumentException("run: " + run + " is not 0 to " + (RUNS - 1));
        }
    }

    private static void within(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    field + ": " + value + " is not " + least + " to " + most);
        }
    }

    /** First number of the objects of an association; the last one's objects end at the end. */
    int first(int association) {
        return (int) ((long) objects * association / associations);
    }

    /** Puts the numbers of one object in. */
    void number(Message message, int object) {
        int series = object / objectsOfSeries;
        int study = series / seriesOfStudy;
        message.set(Identifying.INSTANCE, ofRun(object));
        message.set(Identifying.SERIES, ofRun(series));
        message.set(Identifying.STUDY, ofRun(study));
        message.set(Identifying.PATIENT_ID, study);
        message.set(Identifying.PATIENT_NAME, study);
        message.set(Identifying.ACCESSION_NUMBER, study);
    }

    private long ofRun(int number) {
        return run * 10 * MOST + number;
    }
}
