/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.query;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.turnstile.api.FindRequest;
import org.turnstile.api.data.DataElement;
import org.turnstile.api.data.Dataset;
import org.turnstile.api.data.Tag;
import org.turnstile.api.data.Tags;
import org.turnstile.api.data.ValueException;

/** Reads one identifier (PS3.4 §C.4.1.1.3.1): checks its level and keys, and makes the query. */
final class QueryParser {

    private final Dataset identifier;
    private final QueryLevel level;
    private final Criteria criteria = new Criteria();
    private final Set<Key> returned = new LinkedHashSet<>();
    private final List<Related> related = new ArrayList<>();
    private final List<DataElement> unsupported = new ArrayList<>();
    private RequestKeys requests;
    private boolean availability;
    private boolean warning;
    private boolean selective;

    private QueryParser(Dataset identifier, QueryLevel level) {
        this.identifier = identifier;
        this.level = level;
        this.returned.add(Key.unique(level));
    }

    /**
     * Reads a request.
     *
     * @throws IdentifierException if it cannot be answered, with the status that says why
     */
    static Query parse(FindRequest request, InformationModel model) throws IdentifierException {
        Dataset identifier = request.identifier();
        QueryLevel level = level(identifier, model);
        if (!request.relational()) {
            requireUniqueKeysAbove(identifier, model, level);
        }
        QueryParser parser = new QueryParser(identifier, level);
        for (DataElement each : identifier) {
            parser.read(each);
        }
        return parser.query(request.association().calledAeTitle());
    }

    private static QueryLevel level(Dataset identifier, InformationModel model)
            throws IdentifierException {
        List<String> values = Elements.strings(identifier, Tag.QueryRetrieveLevel);
        if (values.size() != 1 || values.get(0).isEmpty()) {
            throw IdentifierException.mismatch(Tag.QueryRetrieveLevel, "one value required");
        }
        QueryLevel level =
                QueryLevel.of(values.get(0))
                        .orElseThrow(
                                () ->
                                        IdentifierException.mismatch(
                                                Tag.QueryRetrieveLevel, "no such level"));
        if (level.isAbove(model.top())) {
            throw IdentifierException.mismatch(Tag.QueryRetrieveLevel, "not in this model");
        }
        return level;
    }

    /** Hierarchical search (PS3.4 §C.4.1.2.1): one entity of each level above is named. */
    private static void requireUniqueKeysAbove(
            Dataset identifier, InformationModel model, QueryLevel level)
            throws IdentifierException {
        for (QueryLevel above : QueryLevel.values()) {
            if (above.isAbove(level) && !above.isAbove(model.top())) {
                int tag = Key.unique(above).tag();
                List<String> values = Elements.strings(identifier, tag);
                if (values.size() != 1
                        || values.get(0).isEmpty()
                        || Wildcards.isWildcard(values.get(0))) {
                    throw IdentifierException.mismatch(tag, "one value required");
                }
            }
        }
    }

    private void read(DataElement element) throws IdentifierException {
        int tag = element.tag();
        switch (tag) {
            case Tag.SpecificCharacterSet, Tag.QueryRetrieveLevel, Tag.RetrieveAETitle -> {}
            case Tag.InstanceAvailability -> availability = true;
            default -> {
                if (!Tags.isGroupLength(tag)) {
                    readKey(element);
                }
            }
        }
    }

    private void readKey(DataElement element) throws IdentifierException {
        Optional<Key> key = Key.of(element.tag(), level);
        Optional<Related> gathered = Related.of(element.tag(), level);
        if (key.isPresent()) {
            returned.add(key.get());
            match(key.get());
        } else if (gathered.isPresent()) {
            related.add(gathered.get());
            match(gathered.get());
        } else if (element.tag() == Tag.RequestAttributesSequence
                && !level.isAbove(QueryLevel.SERIES)) {
            readRequests();
        } else {
            unsupported.add(Elements.empty(element));
            warning = true;
        }
    }

    private void match(Key key) throws IdentifierException {
        List<String> values = Elements.strings(identifier, key.tag());
        Matching matching = key.matching();
        if (!matching.isUniversal(values)) {
            criteria.and(matching.any(key.tag(), key.matchedColumn(), values, criteria));
            selective |=
                    key.isSelective()
                            && (matching == Matching.UID
                                    || values.stream().noneMatch(Wildcards::isWildcard));
        }
    }

    /** What is gathered can be matched too, but not a number, which nobody keeps. */
    private void match(Related key) throws IdentifierException {
        if (key.gathered().isEmpty()) {
            warning |= identifier.get(key.tag()).filter(each -> !each.isEmpty()).isPresent();
            return;
        }
        List<String> values = Elements.strings(identifier, key.tag());
        Key gathered = key.gathered().get();
        if (!gathered.matching().isUniversal(values)) {
            String condition =
                    gathered.matching().any(key.tag(), gathered.column(), values, criteria);
            criteria.and(key.exists(condition));
        }
    }

    private void readRequests() throws IdentifierException {
        try {
            requests = RequestKeys.read(identifier, criteria);
        } catch (ValueException e) {
            throw IdentifierException.mismatch(Tag.RequestAttributesSequence, "no sequence");
        }
        warning |= !requests.unsupported().isEmpty();
    }

    private Query query(String calledAeTitle) {
        return new Query(
                level,
                calledAeTitle,
                List.copyOf(returned),
                List.copyOf(related),
                Optional.ofNullable(requests),
                availability,
                List.copyOf(unsupported),
                warning,
                criteria.sql(),
                criteria.parameters(),
                selective);
    }
}
