/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.turnstile.api.data.Tag;

/** A patient, study, series or instance of a test, with its values by tag. */
final class Entity {

    private static final Map<QueryLevel, Integer> UNIQUE =
            Map.of(
                    QueryLevel.PATIENT, Tag.PatientID,
                    QueryLevel.STUDY, Tag.StudyInstanceUID,
                    QueryLevel.SERIES, Tag.SeriesInstanceUID,
                    QueryLevel.IMAGE, Tag.SOPInstanceUID);

    private final QueryLevel level;
    private final Entity parent;
    private final Map<Integer, String> values = new TreeMap<>();
    private final List<Entity> children = new ArrayList<>();
    private final List<SeriesRequest> requests = new ArrayList<>();

    Entity(QueryLevel level, Entity parent, String unique) {
        this.level = level;
        this.parent = parent;
        with(UNIQUE.get(level), unique);
    }

    static Entity patient(String id) {
        return new Entity(QueryLevel.PATIENT, null, id);
    }

    /** A study with one series of one instance. */
    Entity study(String uid, String modality, String institution) {
        Entity study = new Entity(QueryLevel.STUDY, this, uid);
        children.add(study);
        study.series(uid + ".1", modality, institution);
        return study;
    }

    /** A series of one instance. */
    Entity series(String uid, String modality, String institution) {
        Entity series = new Entity(QueryLevel.SERIES, this, uid);
        children.add(series);
        series.with(Tag.Modality, modality).with(Tag.InstitutionName, institution);
        series.instance(uid + ".1", "1.2.840.10008.5.1.4.1.1.2");
        return series;
    }

    Entity instance(String uid, String sopClass) {
        Entity instance = new Entity(QueryLevel.IMAGE, this, uid);
        children.add(instance);
        return instance.with(Tag.SOPClassUID, sopClass);
    }

    /** Sets a value; null for none. */
    Entity with(int tag, String value) {
        if (value != null) {
            values.put(tag, value);
        }
        return this;
    }

    QueryLevel level() {
        return level;
    }

    Entity parent() {
        return parent;
    }

    List<Entity> children() {
        return children;
    }

    /** One of those in it, from 0. */
    Entity child(int number) {
        return children.get(number);
    }

    /** Adds an item of Request Attributes Sequence. */
    Entity request(String stepId, String procedureId) {
        requests.add(new SeriesRequest(stepId, procedureId));
        return this;
    }

    List<SeriesRequest> requests() {
        return requests;
    }

    /** Its own value, or null. */
    String own(int tag) {
        return values.get(tag);
    }

    String unique() {
        return values.getOrDefault(UNIQUE.get(level), "");
    }

    /** The entities of a level in it, itself included. */
    Stream<Entity> at(QueryLevel wanted) {
        return level == wanted
                ? Stream.of(this)
                : children.stream().flatMap(child -> child.at(wanted));
    }

    Entity above(QueryLevel wanted) {
        return level == wanted ? this : parent.above(wanted);
    }

    /** The value that it or what is above it has. */
    Optional<String> value(int tag) {
        String own = values.get(tag);
        return own == null && parent != null ? parent.value(tag) : Optional.ofNullable(own);
    }

    /** The value that all its series have; none if they differ or one has none. */
    Optional<String> common(int tag) {
        Set<Optional<String>> all = new HashSet<>();
        at(QueryLevel.SERIES).forEach(each -> all.add(Optional.ofNullable(each.values.get(tag))));
        return all.size() == 1 ? all.iterator().next() : Optional.empty();
    }
}
