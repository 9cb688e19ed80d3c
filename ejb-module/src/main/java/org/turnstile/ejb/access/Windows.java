/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.access;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The windows of one caller: first the patients that rules grant one by one, some at a time, then
 * all others together, where there are rules without a patient. So a caller with very many granted
 * patients is served by way of these and not by looking through everything that is stored. Keeps
 * its place between transactions; for one thread at a time.
 */
public final class Windows {

    /** Rows that a window should give: somewhat less than a page, or it is asked for twice. */
    private static final int ROWS = 180;

    private static final int SMALLEST = 8;
    private static final int FIRST = 16;
    private static final int LARGEST = 512;

    private final Visibility visibility;
    private final GrantedPatients granted;

    /** Granted patients of whom everything is seen, and those with conditions. */
    private final Deque<Long> whole = new ArrayDeque<>();

    private final Deque<Long> conditional = new ArrayDeque<>();
    private int size = FIRST;
    private boolean full;
    private boolean othersGiven;

    Windows(Visibility visibility) {
        this.visibility = visibility;
        this.granted = new GrantedPatients(visibility.grantedTo());
        this.othersGiven = visibility.withoutGrants().equals(Predicates.NOTHING);
    }

    /** Whether there may be more windows. */
    public boolean isLeft() {
        return !whole.isEmpty() || !conditional.isEmpty() || granted.isLeft() || !othersGiven;
    }

    /**
     * The next window.
     *
     * @param rows how many rows the last one gave; any number at first
     * @return empty when there are none left
     */
    Optional<Window> next(VisibleQueries queries, int rows) throws AccessUnavailableException {
        resize(rows);
        while (whole.isEmpty() && conditional.isEmpty() && granted.isLeft()) {
            lookAhead(queries);
        }
        if (!whole.isEmpty()) {
            return Optional.of(Window.ofWhole(some(whole)));
        }
        if (!conditional.isEmpty()) {
            return Optional.of(Window.of(some(conditional)));
        }
        return others();
    }

    /** By key, as they stand in the tables: rules know no such order. */
    private void lookAhead(VisibleQueries queries) throws AccessUnavailableException {
        List<Long> some = new ArrayList<>();
        List<Long> others = new ArrayList<>();
        granted.lookAhead(queries, some, others);
        Collections.sort(some);
        Collections.sort(others);
        whole.addAll(some);
        conditional.addAll(others);
    }

    private Optional<Window> others() {
        if (othersGiven) {
            return Optional.empty();
        }
        othersGiven = true;
        boolean isAll = visibility.grantedTo().isEmpty();
        return Optional.of(isAll ? Window.ALL : Window.without(visibility.grantedTo()));
    }

    /** To as many as give one page, if they go on as the last ones did. */
    private void resize(int rows) {
        if (full) {
            int fitting = rows == 0 ? LARGEST : size * ROWS / rows;
            size = Math.max(SMALLEST, Math.min(Math.min(fitting, 2 * size), LARGEST));
        }
    }

    private List<Long> some(Deque<Long> patients) {
        List<Long> ids = new ArrayList<>();
        while (ids.size() < size && !patients.isEmpty()) {
            ids.add(patients.remove());
        }
        full = ids.size() == size;
        return ids;
    }
}
