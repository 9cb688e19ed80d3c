/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.demo.data;

import java.util.List;

/**
 * A demo study.
 *
 * @param number 1 for the first of all studies
 * @param patient whose it is
 * @param date Study Date
 * @param description Study Description
 * @param bodyPart Body Part Examined
 * @param series its series
 */
public record DemoStudy(
        int number,
        DemoPatient patient,
        String date,
        String description,
        String bodyPart,
        List<DemoSeries> series) {

    /** Keeps a copy of the list. */
    public DemoStudy {
        series = List.copyOf(series);
    }

    /**
     * Whether every series carries this Institution Name, so that a rule for it shows the study.
     */
    public boolean isOf(String institution) {
        return series.stream().allMatch(each -> each.institution().equals(institution));
    }
}
