/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.io;

import org.turnstile.api.data.Dataset;

/**
 * How much a reader takes before it refuses.
 *
 * @param maxDepth data sets one inside the other, the outermost counted: 1 to {@link
 *     Dataset#MAX_DEPTH}
 * @param maxElements elements, items and fragments in all, 1 or more
 * @param maxValueLength bytes of one value or fragment, 1 or more
 * @param maxLength bytes of the whole data set up to where reading stops, after inflating; 1 or
 *     more
 * @param maxInflateRatio inflated bytes for each deflated one, 2 or more. It is looked at once
 *     {@value #FREE_INFLATED} bytes have come, since small blank images deflate far.
 */
public record ReadLimits(
        int maxDepth, int maxElements, int maxValueLength, long maxLength, int maxInflateRatio) {

    /** Default of {@link #maxDepth}: deeper reports than 20 are not seen in practice. */
    public static final int DEFAULT_MAX_DEPTH = 64;

    /** Default of {@link #maxElements}: 2,000 frames of 100 elements each, and a rest. */
    public static final int DEFAULT_MAX_ELEMENTS = 250_000;

    /** Default of {@link #maxValueLength}: 64 MiB. */
    public static final int DEFAULT_MAX_VALUE_LENGTH = 64 << 20;

    /** Default of {@link #maxLength}: 256 MiB. */
    public static final long DEFAULT_MAX_LENGTH = 256L << 20;

    /** Default of {@link #maxInflateRatio}; deflate itself ends near 1,030. */
    public static final int DEFAULT_MAX_INFLATE_RATIO = 200;

    /** Inflated bytes before {@link #maxInflateRatio} counts: 4 MiB. */
    public static final int FREE_INFLATED = 4 << 20;

    /** All defaults. */
    public static final ReadLimits DEFAULT =
            new ReadLimits(
                    DEFAULT_MAX_DEPTH,
                    DEFAULT_MAX_ELEMENTS,
                    DEFAULT_MAX_VALUE_LENGTH,
                    DEFAULT_MAX_LENGTH,
                    DEFAULT_MAX_INFLATE_RATIO);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException naming the limit and its value
     */
    public ReadLimits {
        check("maxDepth", maxDepth, 1, Dataset.MAX_DEPTH);
        check("maxElements", maxElements, 1, Integer.MAX_VALUE);
        // arrays cannot be quite as long as their index allows
        check("maxValueLength", maxValueLength, 1, Integer.MAX_VALUE - 8);
        check("maxLength", maxLength, 1, Long.MAX_VALUE);
        check("maxInflateRatio", maxInflateRatio, 2, Integer.MAX_VALUE);
    }

    private static void check(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    name + ": " + value + " is not " + least + " to " + most);
        }
    }

    /** The same with another {@link #maxDepth}. */
    public ReadLimits withMaxDepth(int depth) {
        return new ReadLimits(depth, maxElements, maxValueLength, maxLength, maxInflateRatio);
    }

    /** The same with another {@link #maxElements}. */
    public ReadLimits withMaxElements(int elements) {
        return new ReadLimits(maxDepth, elements, maxValueLength, maxLength, maxInflateRatio);
    }

    /** The same with another {@link #maxValueLength}. */
    public ReadLimits withMaxValueLength(int length) {
        return new ReadLimits(maxDepth, maxElements, length, maxLength, maxInflateRatio);
    }

    /** The same with another {@link #maxLength}. */
    public ReadLimits withMaxLength(long length) {
        return new ReadLimits(maxDepth, maxElements, maxValueLength, length, maxInflateRatio);
    }
}
