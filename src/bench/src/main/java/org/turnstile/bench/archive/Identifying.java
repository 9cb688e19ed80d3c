/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench.archive;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A value that tells one object from another: a prefix that stands nowhere else, and a number of a
 * fixed width, which is replaced in place.
 */
enum Identifying {
    /** Study Instance UID. */
    STUDY("2.25.1", Identifying.UID_DIGITS),
    /** Series Instance UID. */
    SERIES("2.25.2", Identifying.UID_DIGITS),
    /** SOP Instance UID, in the data set and in the command set. */
    INSTANCE("2.25.3", Identifying.UID_DIGITS),
    /** Patient ID. */
    PATIENT_ID("BENCH", Identifying.DIGITS),
    /** Patient's Name. */
    PATIENT_NAME("Bench^P", Identifying.DIGITS),
    /** Accession Number. */
    ACCESSION_NUMBER("ACC", Identifying.DIGITS);

    /** Most digits of a long. */
    private static final int UID_DIGITS = 18;

    private static final int DIGITS = 7;

    private final String prefix;
    private final int digits;

    Identifying(String prefix, int digits) {
        this.prefix = prefix;
        this.digits = digits;
    }

    /** The value with the number 0. */
    String zero() {
        return prefix + "0".repeat(digits);
    }

    /** Where numbers of this kind begin in what is before a limit. */
    List<Integer> places(byte[] bytes, int limit) {
        byte[] wanted = zero().getBytes(StandardCharsets.US_ASCII);
        List<Integer> places = new ArrayList<>();
        for (int at = 0; at + wanted.length <= limit; at++) {
            int same = 0;
            while (same < wanted.length && bytes[at + same] == wanted[same]) {
                same++;
            }
            if (same == wanted.length) {
                places.add(at + prefix.length());
            }
        }
        return places;
    }

    /**
     * Replaces a number.
     *
     * @throws IllegalArgumentException if it has too many digits, or is negative
     */
    void write(byte[] bytes, int place, long number) {
        long left = number;
        for (int at = place + digits - 1; at >= place; at--) {
            bytes[at] = (byte) ('0' + left % 10);
            left /= 10;
        }
        if (left != 0 || number < 0) {
            throw new IllegalArgumentException(
                    this + ": " + number + " is not of " + digits + " digits");
        }
    }
}
