/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.access;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days from one to another, both included, either end open; not both.
 *
 * @param from first day
 * @param to last day
 */
public record DateWindow(Optional<LocalDate> from, Optional<LocalDate> to) {

    /** A day as DICOM writes it (PS3.5 §6.2, DA). */
    private static final DateTimeFormatter DA =
            DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);

    private static final Pattern RANGE = Pattern.compile("([0-9]{8})?(-)?([0-9]{8})?");

    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException if both ends are open, or the last day is before the first
     */
    public DateWindow {
        if (from.isEmpty() && to.isEmpty()) {
            throw new IllegalArgumentException("date: a first or a last day is needed");
        }
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            throw new IllegalArgumentException("date: " + text(to) + " is before " + text(from));
        }
    }

    /**
     * Reads {@code 20240101}, {@code 20240101-20241231}, {@code 20240101-} or {@code -20241231}
     * (PS3.4 §C.2.2.2.5).
     *
     * @throws IllegalArgumentException if it is none of these, or a day is none
     */
    public static DateWindow parse(String text) {
        Matcher range = RANGE.matcher(text);
        if (!range.matches() || (range.group(2) == null && text.length() != 8)) {
            throw new IllegalArgumentException(
                    "date: '"
                            + text
                            + "' is not YYYYMMDD, YYYYMMDD-YYYYMMDD, YYYYMMDD- or -YYYYMMDD");
        }
        Optional<LocalDate> from = Optional.ofNullable(range.group(1)).map(DateWindow::day);
        Optional<LocalDate> to = Optional.ofNullable(range.group(3)).map(DateWindow::day);
        return new DateWindow(from, range.group(2) == null ? from : to);
    }

    /**
     * Reads a day.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static LocalDate day(String text) {
        try {
            return LocalDate.parse(text, DA);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("date: '" + text + "' is no day", e);
        }
    }

    /** An end as DICOM writes it, empty for an open one. */
    public static String text(Optional<LocalDate> day) {
        return day.map(DA::format).orElse("");
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return from.equals(to) ? text(from) : text(from) + "-" + text(to);
    }
}
