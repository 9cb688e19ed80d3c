/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The conditions of a query while they are put together: what a peer sent is only ever bound. */
final class Criteria {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    /** Takes a value as a parameter; answers what stands for it in the SQL. */
    String bind(Object value) {
        String name = "k" + parameters.size();
        parameters.put(name, value);
        return ":" + name;
    }

    /** Demands one condition more. */
    void and(String condition) {
        conditions.add(condition);
    }

    /** The conditions, each with {@code AND} before it; empty if there are none. */
    String sql() {
        StringBuilder sql = new StringBuilder();
        conditions.forEach(each -> sql.append(" AND ").append(each));
        return sql.toString();
    }

    Map<String, Object> parameters() {
        return Map.copyOf(parameters);
    }
}
