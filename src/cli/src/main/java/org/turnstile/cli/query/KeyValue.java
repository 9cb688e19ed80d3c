/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.query;

import java.util.Arrays;
import org.turnstile.api.data.DatasetBuilder;
import org.turnstile.api.data.VR;

/**
 * Puts what a person writes behind {@code =} into an element of the VR that the dictionary says.
 */
final class KeyValue {

    private KeyValue() {}

    /**
     * Sets a value, or values between backslashes where the VR has several.
     *
     * @throws IllegalArgumentException if the VR cannot hold it
     */
    static void set(DatasetBuilder dataset, KeyPath path, String value) {
        int tag = path.tag();
        VR vr = KeyPath.vr(tag);
        if (value.isEmpty()) {
            dataset.setEmpty(tag);
        } else if (vr.isText()) {
            dataset.setString(tag, vr, vr.isDelimited() ? split(value) : new String[] {value});
        } else if (vr.isInteger() && vr != VR.AT) {
            long[] numbers = Arrays.stream(split(value)).mapToLong(v -> whole(path, v)).toArray();
            dataset.setLong(tag, vr, numbers);
        } else if (vr == VR.FL || vr == VR.FD) {
            double[] numbers =
                    Arrays.stream(split(value)).mapToDouble(v -> number(path, v)).toArray();
            dataset.setDouble(tag, vr, numbers);
        } else {
            throw new IllegalArgumentException(
                    path + ": of VR " + vr + ", which takes no value here");
        }
    }

    private static String[] split(String value) {
        return value.split("\\\\", -1);
    }

    private static long whole(KeyPath path, String value) {
        try {
            return Long.parseLong(value.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(path + ": '" + value + "' is no whole number", e);
        }
    }

    private static double number(KeyPath path, String value) {
        try {
            return Double.parseDouble(value.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(path + ": '" + value + "' is no number", e);
        }
    }
}
