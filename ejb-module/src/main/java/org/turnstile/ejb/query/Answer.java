/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.query;

import java.util.List;
import java.util.function.ToLongFunction;
import org.turnstile.api.data.Dataset;
import org.turnstile.api.data.DatasetBuilder;
import org.turnstile.api.data.Tag;

/**
 * The identifier of one response (PS3.4 §C.4.1.1.3.2). Its Specific Character Set is ISO_IR 192
 * where a value is outside ASCII, and absent otherwise, whatever that of the request was; an item
 * with such a value has its own.
 */
final class Answer {

    private static final String ONLINE = "ONLINE";

    private Answer() {}

    /**
     * Makes it.
     *
     * @param row the keys of the entities, top first, then the query's columns
     * @param ids the key of the row's entity at a level
     */
    static Dataset of(
            Query query, Object[] row, ToLongFunction<QueryLevel> ids, RelatedRows below) {
        DatasetBuilder answer = Dataset.builder();
        query.unsupported().forEach(answer::put);
        answer.setString(Tag.QueryRetrieveLevel, query.level().name());
        answer.setString(Tag.RetrieveAETitle, query.retrieveAeTitle());
        if (query.availability()) {
            answer.setString(Tag.InstanceAvailability, ONLINE);
        }
        int column = query.level().depth() + 1;
        for (Key each : query.returned()) {
            Elements.set(answer, each.tag(), each.vr(), (String) row[column++]);
        }
        for (Related each : query.related()) {
            List<String> values = below.of(each, ids.applyAsLong(each.of()));
            Elements.set(answer, each.tag(), each.vr(), String.join("\\", values));
        }
        if (query.requests().isPresent()) {
            List<SeriesRequest> requests = below.requestsOf(ids.applyAsLong(QueryLevel.SERIES));
            answer.setSequence(
                    Tag.RequestAttributesSequence, items(query.requests().get(), requests));
        }
        return answer.build();
    }

    private static Dataset[] items(RequestKeys keys, List<SeriesRequest> requests) {
        return requests.stream().map(each -> item(keys, each)).toArray(Dataset[]::new);
    }

    private static Dataset item(RequestKeys keys, SeriesRequest request) {
        DatasetBuilder item = Dataset.builder();
        keys.unsupported().forEach(item::put);
        for (RequestKeys.Item each : keys.returned()) {
            Elements.set(item, each.tag(), each.vr(), each.of(request));
        }
        return item.build();
    }
}
