/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench;

import java.io.PrintWriter;
import java.util.Locale;

/** Prints figures for scripts to read: one a line, {@code name=value}. */
final class Figures {

    private final PrintWriter out;

    Figures(PrintWriter out) {
        this.out = out;
    }

    /** A figure with three decimals; its name ends with its unit. */
    void print(String name, double value) {
        out.println(name + "=" + String.format(Locale.ROOT, "%.3f", value));
        out.flush();
    }

    /** A count. */
    void print(String name, long value) {
        out.println(name + "=" + value);
        out.flush();
    }
}
