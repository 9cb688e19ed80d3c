/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.query;

import java.util.Optional;
import org.turnstile.ejb.access.AccessUnavailableException;
import org.turnstile.ejb.access.Visibility;
import org.turnstile.ejb.access.VisibleQueries;
import org.turnstile.ejb.access.Window;
import org.turnstile.ejb.access.Windows;

/**
 * How far an answer has come, kept between the transactions of its pages. A query that no key makes
 * selective goes through the windows of its caller. For one thread at a time.
 */
final class Cursor {

    private static final long OPEN = Long.MAX_VALUE;
    private static final long FIRST_SPAN = 1000;

    /** Four pages: rows do not lie evenly. */
    private static final int SPAN_ROWS = 4 * PageReader.MAX_ROWS;

    private final Visibility visibility;
    private final Optional<Windows> windows;
    private Optional<Window> window = Optional.empty();
    private boolean exhausted = true;
    private boolean given;
    private boolean finished;
    private long after;
    private long until = OPEN;
    private int rows;

    private Cursor(Visibility visibility, Optional<Windows> windows) {
        this.visibility = visibility;
        this.windows = windows;
    }

    /** Before the first row. */
    static Cursor before(Query query, Visibility visibility) {
        return new Cursor(
                visibility,
                query.selective()
                        ? Optional.empty()
                        : Optional.of(VisibleQueries.windows(visibility)));
    }

    Visibility visibility() {
        return visibility;
    }

    /** Whether all has been given; known when the last window has nothing more, or later. */
    boolean isFinished() {
        return finished;
    }

    /** Whether a page is large enough to be given: the first as soon as there is anything. */
    boolean isEnough(int rows, int size) {
        boolean enough = given ? 2 * rows > size : rows > 0;
        given |= enough;
        return enough;
    }

    /** The rows to read next have keys greater than this. */
    long after() {
        return after;
    }

    /**
     * The rows to read next have keys up to this. Of an index that does not have the rows in their
     * order a database reads all that are left and sorts them, for each page anew; so it is told
     * where a page of rows is to be expected.
     */
    long until() {
        return until;
    }

    /** Whether {@link #after} and {@link #until} leave any row of the window out. */
    boolean isBounded() {
        return !isListed() || after > 0;
    }

    /** The window to read in; none where there are no windows. */
    Optional<Window> window() {
        return window;
    }

    /** Goes to the next window if the last one has given everything; whether there is one. */
    boolean advance(VisibleQueries queries) throws AccessUnavailableException {
        if (exhausted && windows.isPresent()) {
            window = queries.next(windows.get(), rows);
            finished = window.isEmpty();
            after = 0;
            until = isListed() ? OPEN : FIRST_SPAN;
            rows = 0;
        }
        exhausted = false;
        return !finished;
    }

    /** Goes on behind rows of which there may be more. */
    void take(int count, long last) {
        rows += count;
        long each = (last - after) / count + 1;
        until = isListed() ? OPEN : last + each * SPAN_ROWS;
        after = last;
    }

    /** Goes on behind the last rows up to {@link #until}: to what follows, or the next window. */
    void exhaust(int count) {
        rows += count;
        if (until < OPEN) {
            after = until;
            until = OPEN;
        } else {
            exhausted = true;
            finished = windows.map(each -> !each.isLeft()).orElse(true);
        }
    }

    /** The rows of a list of patients are few enough to be sorted. */
    private boolean isListed() {
        return window.map(Window::isListed).orElse(false);
    }
}
