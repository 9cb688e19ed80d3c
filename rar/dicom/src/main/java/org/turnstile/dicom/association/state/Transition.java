/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.association.state;

import java.util.List;

/**
 * A filled cell of PS3.8 Table 9-10.
 *
 * @param action what is to be done
 * @param next the states that may follow
 */
public record Transition(Action action, List<State> next) {

    /** Copies the list. */
    public Transition {
        next = List.copyOf(next);
    }

    /**
     * The state that follows, of any action but AE-6 and AR-8.
     *
     * @throws IllegalStateException if the action leaves a choice
     */
    public State onlyNext() {
        if (next.size() != 1) {
            throw new IllegalStateException(action + " leaves a choice of " + next);
        }
        return next.get(0);
    }
}
