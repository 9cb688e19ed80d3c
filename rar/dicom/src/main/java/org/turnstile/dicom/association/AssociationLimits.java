/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.association;

import java.time.Duration;

/**
 * Limits of one association that run from the moment it is accepted.
 *
 * @param idle an association on which nothing is under way and nothing comes for so long is aborted
 * @param write a peer that takes none of our bytes for so long is cut off
 * @param read a peer that sends nothing in the middle of a message for so long is cut off
 * @param maximumLength most bytes of a P-DATA-TF that we offer to take (51H), at least 4,096
 * @param window most bytes of a data set that wait to be read by a handler
 */
public record AssociationLimits(
        Duration idle, Duration write, Duration read, int maximumLength, int window) {

    /** 60 s idle, write and read; 256 KiB P-DATA-TF; 256 KiB window. */
    public static final AssociationLimits DEFAULT =
            new AssociationLimits(
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(60),
                    256 * 1024,
                    256 * 1024);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException names the field and its value
     */
    public AssociationLimits {
        positive("idle", idle);
        positive("write", write);
        positive("read", read);
        if (maximumLength < 4096) {
            throw new IllegalArgumentException("maximumLength: " + maximumLength + " < 4096");
        }
        if (window < 4096) {
            throw new IllegalArgumentException("window: " + window + " < 4096");
        }
    }

    private static void positive(String field, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(field + ": " + value + " is not positive");
        }
    }
}
