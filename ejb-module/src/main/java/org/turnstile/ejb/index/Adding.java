/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.index;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.util.Optional;
import org.turnstile.ejb.index.attributes.Commons;
import org.turnstile.ejb.index.attributes.ObjectAttributes;

/** One object on its way into the index, which may take several attempts. */
final class Adding {

    private final Transactions transactions;
    private final SharedCommits commits;
    private final KeptInstances instances;
    private final Known known;
    private final ObjectAttributes object;
    private final Placement placement;
    private Content placed;

    Adding(
            Transactions transactions,
            SharedCommits commits,
            KeptInstances instances,
            Known known,
            ObjectAttributes object,
            Placement placement) {
        this.transactions = transactions;
        this.commits = commits;
        this.instances = instances;
        this.known = known;
        this.object = object;
        this.placement = placement;
    }

    Addition attempt() throws IOException {
        Optional<Addition> kept = instances.find(object.instance().uid()).map(this::compare);
        if (kept.isPresent()) {
            return kept.get();
        }
        Optional<Known.SeriesRow> series = series();
        if (series.isEmpty()) {
            return refused(Outcome.STUDY_OF_OTHER_PATIENT);
        }
        Optional<Outcome> conflict = conflict(series.get());
        return conflict.isPresent() ? refused(conflict.get()) : insert(series.get());
    }

    /** The series' row, made if need be; empty where the study is of another patient. */
    private Optional<Known.SeriesRow> series() {
        Known.SeriesRow before = known.series(object.series().uid());
        if (before != null) {
            return Optional.of(before);
        }
        Known.StudyRow study = known.study(object.study().uid());
        Optional<Known.SeriesRow> found =
                transactions.run(manager -> new Parents(manager, object).series(study));
        found.ifPresent(known::remember);
        return found;
    }

    private Optional<Outcome> conflict(Known.SeriesRow series) {
        if (!series.study().uid().equals(object.study().uid())) {
            return Optional.of(Outcome.SERIES_OF_OTHER_STUDY);
        }
        return series.study().patient().equals(object.patient().key())
                ? Optional.empty()
                : Optional.of(Outcome.STUDY_OF_OTHER_PATIENT);
    }

    private static Addition refused(Outcome outcome) {
        return new Addition(outcome, "");
    }

    /** The file is in its place before a row names it, and nobody's connection waits for that. */
    private Addition insert(Known.SeriesRow series) throws IOException {
        if (placed == null) {
            placed = placement.place();
        }
        commits.run(manager -> insert(manager, series));
        Known.SeriesRow narrowed = series.with(object.commons());
        if (!narrowed.equals(series)) {
            known.remember(narrowed);
        }
        return added();
    }

    private void insert(EntityManager manager, Known.SeriesRow series) {
        Commons part = object.commons();
        Known.StudyRow study = series.study();
        Rows.narrow(manager, "Study", study.id(), study.commons(), part);
        Rows.narrow(manager, "Series", series.id(), series.commons(), part);
        manager.persist(new Instance(series.id(), object.instance(), placed, part.storedBy()));
    }

    private Addition compare(KeptInstances.Kept kept) {
        boolean same =
                kept.digest().equals(placement.digest())
                        && kept.transferSyntax().equals(object.instance().transferSyntax());
        return new Addition(same ? Outcome.SAME_CONTENT : Outcome.OTHER_CONTENT, kept.file());
    }

    /** After a commit that failed: whether it came to its end all the same. */
    boolean isThere() {
        return instances
                .find(object.instance().uid())
                .filter(kept -> placed != null && kept.file().equals(placed.file()))
                .isPresent();
    }

    Addition added() {
        return new Addition(Outcome.ADDED, placed.file());
    }
}
