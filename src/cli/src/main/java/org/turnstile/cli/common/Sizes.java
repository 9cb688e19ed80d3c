/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.common;

import java.util.Locale;

/** Says numbers of bytes and seconds for people. */
public final class Sizes {

    private static final String UNITS = "kMGTPE";

    private Sizes() {}

    /** "512 bytes", "4.2 MB", "42 MB": in powers of 1000. */
    public static String bytes(long bytes) {
        if (bytes < 1000) {
            return bytes + " bytes";
        }
        double amount = bytes / 1000.0;
        int unit = 0;
        while (amount >= 999.5) {
            amount /= 1000;
            unit++;
        }
        String form = amount < 9.95 ? "%.1f %cB" : "%.0f %cB";
        return String.format(Locale.ROOT, form, amount, UNITS.charAt(unit));
    }

    /** "0:07", "12:00", "75:30": minutes and seconds, rounded up. */
    public static String time(double seconds) {
        long whole = (long) Math.ceil(seconds);
        return String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
    }
}
