/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.access;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The windows of one caller: first the patients that rules grant one by one, some at a time, then
 * all others together, where there are rules without a patient. So a caller with very many granted
 * patients is served by way of these and not by looking through everything that is stored. Keeps
 * its place between transactions; for one thread at a time.
 */
public final class Windows {

    /** Rows that are read at once: a window should give no more, and not much less. */
    private static final int PAGE = 200;

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
        Set<Long> some = new TreeSet<>();
        Set<Long> others = new TreeSet<>();
        granted.lookAhead(queries, some, others);
        whole.addAll(some);
        conditional.addAll(others);
    }

    private Optional<Window> others() {
        boolean shown = !visibility.withoutGrants().equals(Predicates.NOTHING);
        if (othersGiven || !shown) {
            return Optional.empty();
        }
        othersGiven = true;
        boolean isAll = visibility.grantedTo().isEmpty();
        return Optional.of(isAll ? Window.ALL : Window.without(visibility.grantedTo()));
    }

    /** To as many as gave one page, if they go on as the last ones did. */
    private void resize(int rows) {
        if (full) {
            int fitting = rows == 0 ? LARGEST : size * PAGE / rows;
            size = Math.max(SMALLEST, step(Math.min(Math.min(fitting, 2 * size), LARGEST)));
        }
    }

    /** The greatest of 1, 2, 3, 4, 6, 8, 12, 16 ... that is not above a number from 1 on. */
    private static int step(int most) {
        int power = Integer.highestOneBit(most);
        int more = power + power / 2;
        return more <= most ? more : power;
    }

    /** One step of them, so that there are few different statements; one may come twice. */
    private List<Long> some(Deque<Long> patients) {
        List<Long> ids = new ArrayList<>();
        while (ids.size() < size && !patients.isEmpty()) {
            ids.add(patients.remove());
        }
        full = ids.size() == size;
        while (step(ids.size()) != ids.size()) {
            ids.add(ids.get(0));
        }
        return ids;
    }
}
