/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.io;

import java.util.ArrayList;
import java.util.List;
import org.turnstile.api.data.Tags;

/** The way from the outermost data set down to the element being read. */
final class Path {

    private final List<Step> steps = new ArrayList<>();

    private static final class Step {
        private final int tag;
        private int item = -1;

        Step(int tag) {
            this.tag = tag;
        }
    }

    void enter(int tag) {
        steps.add(new Step(tag));
    }

    /** Goes on to the next item of the element entered last. */
    void nextItem() {
        steps.get(steps.size() - 1).item++;
    }

    void leave() {
        steps.remove(steps.size() - 1);
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        for (Step each : steps) {
            out.append(out.length() == 0 ? "" : ".").append(Tags.toString(each.tag));
            if (each.item >= 0) {
                out.append('[').append(each.item).append(']');
            }
        }
        return out.toString();
    }
}
