/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.index;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.turnstile.ejb.index.attributes.Commons;
import org.turnstile.ejb.index.attributes.ObjectAttributes;

/** One object on its way into the index, which may take several attempts. */
final class Adding {

    private final Transactions transactions;
    private final KeptInstances instances;
    private final Known known;
    private final ObjectAttributes object;
    private final Placement placement;
    private Content placed;

    Adding(
            Transactions transactions,
            KeptInstances instances,
            Known known,
            ObjectAttributes object,
            Placement placement) {
        this.transactions = transactions;
        this.instances = instances;
        this.known = known;
        this.object = object;
        this.placement = placement;
    }

    /** What the first of the two transactions found: the series' row, or why there is none. */
    private record Found(Known.SeriesRow series, Addition instead) {}

    Addition attempt() {
        Known.SeriesRow series = known.series(object.series().uid());
        if (series == null) {
            Found found = transactions.run(this::find);
            if (found.instead() != null) {
                return found.instead();
            }
            series = found.series();
            known.remember(series);
        }
        Optional<Outcome> conflict = conflict(series);
        return conflict.isPresent() ? refused(conflict.get()) : insert(series);
    }

    private Found find(EntityManager manager) {
        Optional<Addition> kept = kept();
        if (kept.isPresent()) {
            return new Found(null, kept.get());
        }
        return new Parents(manager, object)
                .series(known.study(object.study().uid()))
                .map(series -> new Found(series, null))
                .orElse(new Found(null, refused(Outcome.STUDY_OF_OTHER_PATIENT)));
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

    private Addition insert(Known.SeriesRow series) {
        Addition addition = transactions.run(manager -> insert(manager, series));
        Known.SeriesRow narrowed = series.with(object.commons());
        if (addition.outcome() == Outcome.ADDED && !narrowed.equals(series)) {
            known.remember(narrowed);
        }
        return addition;
    }

    private Addition insert(EntityManager manager, Known.SeriesRow series) {
        Optional<Addition> kept = kept();
        if (kept.isPresent()) {
            return kept.get();
        }
        place();
        Commons part = object.commons();
        Known.StudyRow study = series.study();
        Rows.narrow(manager, "Study", study.id(), study.commons(), part);
        Rows.narrow(manager, "Series", series.id(), series.commons(), part);
        manager.persist(new Instance(series.id(), object.instance(), placed, part.storedBy()));
        return new Addition(Outcome.ADDED, placed.file());
    }

    private void place() {
        if (placed == null) {
            try {
                placed = placement.place();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Optional<Addition> kept() {
        return instances.find(object.instance().uid()).map(this::compare);
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
