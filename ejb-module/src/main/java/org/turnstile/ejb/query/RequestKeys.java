/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.turnstile.api.data.DataElement;
import org.turnstile.api.data.Dataset;
import org.turnstile.api.data.Dictionary;
import org.turnstile.api.data.Tag;
import org.turnstile.api.data.Tags;
import org.turnstile.api.data.VR;

/**
 * Request Attributes Sequence (0040,0275) as a key: sequence matching (PS3.4 §C.2.2.2.6). A series
 * matches if one item of it matches all keys of the one item asked for.
 *
 * @param returned the keys of the item to return; of a sequence without an item, all
 * @param unsupported what is returned empty in each item
 */
record RequestKeys(List<Item> returned, List<DataElement> unsupported) {

    /** The keys of an item. */
    enum Item {
        /** Scheduled Procedure Step ID. */
        STEP(Tag.ScheduledProcedureStepID, "r.step_id") {
            @Override
            String of(SeriesRequest request) {
                return request.stepId();
            }
        },
        /** Requested Procedure ID. */
        PROCEDURE(Tag.RequestedProcedureID, "r.procedure_id") {
            @Override
            String of(SeriesRequest request) {
                return request.procedureId();
            }
        };

        private final int tag;
        private final String column;
        private final VR vr;

        Item(int tag, String column) {
            this.tag = tag;
            this.column = column;
            this.vr = Dictionary.standard().vr(tag, false);
        }

        int tag() {
            return tag;
        }

        VR vr() {
            return vr;
        }

        /** The value that a request has, or null. */
        abstract String of(SeriesRequest request);

        private static Optional<Item> of(int tag) {
            for (Item each : values()) {
                if (each.tag == tag) {
                    return Optional.of(each);
                }
            }
            return Optional.empty();
        }
    }

    /** Reads the key; what it matches on goes to the criteria. */
    static RequestKeys read(Dataset identifier, Criteria criteria) throws IdentifierException {
        List<Dataset> items = identifier.getSequence(Tag.RequestAttributesSequence);
        if (items.size() > 1) {
            throw IdentifierException.mismatch(Tag.RequestAttributesSequence, "more than one item");
        }
        if (items.isEmpty() || items.get(0).isEmpty()) {
            return new RequestKeys(List.of(Item.values()), List.of());
        }
        List<Item> returned = new ArrayList<>();
        List<DataElement> unsupported = new ArrayList<>();
        List<String> conditions = new ArrayList<>();
        for (DataElement each : items.get(0)) {
            Optional<Item> item = Item.of(each.tag());
            if (item.isPresent()) {
                returned.add(item.get());
                condition(item.get(), items.get(0), criteria).ifPresent(conditions::add);
            } else if (each.tag() != Tag.SpecificCharacterSet && !Tags.isGroupLength(each.tag())) {
                unsupported.add(Elements.empty(each));
            }
        }
        if (!conditions.isEmpty()) {
            criteria.and(
                    "EXISTS (SELECT 1 FROM series_request r WHERE r.series_fk = e.id AND "
                            + String.join(" AND ", conditions)
                            + ")");
        }
        return new RequestKeys(List.copyOf(returned), List.copyOf(unsupported));
    }

    private static Optional<String> condition(Item item, Dataset keys, Criteria criteria)
            throws IdentifierException {
        List<String> values = Elements.strings(keys, item.tag);
        return Matching.TEXT.isUniversal(values)
                ? Optional.empty()
                : Optional.of(Matching.TEXT.any(item.tag, item.column, values, criteria));
    }
}
