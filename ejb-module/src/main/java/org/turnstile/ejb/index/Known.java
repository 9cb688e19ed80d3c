/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.index;

import java.util.LinkedHashMap;
import java.util.Map;
import org.turnstile.ejb.index.attributes.Commons;
import org.turnstile.ejb.index.attributes.ObjectAttributes;
import org.turnstile.ejb.index.attributes.PatientAttributes;

/**
 * The studies and series that were met last, so that a further object of a series costs no look-up.
 * What is said here of {@link Commons} may be older than the row; since a value never comes back,
 * that costs an update at most.
 */
final class Known {

    /** A row of table study. */
    record StudyRow(long id, String uid, PatientAttributes.Key patient, Commons commons) {

        StudyRow with(Commons part) {
            return new StudyRow(id, uid, patient, commons.with(part));
        }
    }

    /** A row of table series. */
    record SeriesRow(long id, String uid, StudyRow study, Commons commons) {

        SeriesRow with(Commons part) {
            return new SeriesRow(id, uid, study.with(part), commons.with(part));
        }
    }

    private final Map<String, StudyRow> studies;
    private final Map<String, SeriesRow> series;

    /** Remembers up to so many of each. */
    Known(int most) {
        this.studies = new Recent<>(most);
        this.series = new Recent<>(most);
    }

    synchronized StudyRow study(String uid) {
        return studies.get(uid);
    }

    synchronized SeriesRow series(String uid) {
        return series.get(uid);
    }

    synchronized void remember(SeriesRow row) {
        series.put(row.uid(), row);
        studies.put(row.study().uid(), row.study());
    }

    /** Forgets what an object belongs to, as when a row turns out to be gone. */
    synchronized void forget(ObjectAttributes object) {
        series.remove(object.series().uid());
        studies.remove(object.study().uid());
    }

    /** Drops what was not asked for longest. */
    private static final class Recent<K, V> extends LinkedHashMap<K, V> {

        private static final long serialVersionUID = 1L;

        private final int most;

        Recent(int most) {
            super(16, 0.75f, true);
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
        }
    }
}
