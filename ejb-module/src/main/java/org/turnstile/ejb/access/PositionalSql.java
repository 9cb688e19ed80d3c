/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.access;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SQL with numbered parameters made of SQL with named ones: Jakarta Persistence promises only the
 * numbered ones in native queries. A collection becomes one array, so that a statement is the same
 * for any number of elements, and is prepared once.
 *
 * @param text with {@code ?1}, {@code ?2} and so on
 * @param values what is bound to them
 */
record PositionalSql(String text, List<Object> values) {

    /** A text in quotation marks, in which a colon means nothing; or a parameter. */
    private static final Pattern TOKEN = Pattern.compile("'[^']*'|:([A-Za-z_][A-Za-z0-9_]*)");

    /** Keeps a copy. */
    PositionalSql {
        values = List.copyOf(values);
    }

    /**
     * Numbers the parameters.
     *
     * @throws IllegalArgumentException if a parameter has no value, or a collection is empty
     */
    static PositionalSql of(String sql, Map<String, Object> parameters) {
        StringBuilder text = new StringBuilder();
        List<Object> values = new ArrayList<>();
        Matcher token = TOKEN.matcher(sql);
        while (token.find()) {
            String name = token.group(1);
            String put = name == null ? token.group() : number(name, parameters, values);
            token.appendReplacement(text, Matcher.quoteReplacement(put));
        }
        token.appendTail(text);
        return new PositionalSql(text.toString(), values);
    }

    private static String number(String name, Map<String, Object> parameters, List<Object> values) {
        Object value = parameters.get(name);
        if (value == null) {
            throw new IllegalArgumentException("parameters: no value for ':" + name + "'");
        }
        values.add(value instanceof Collection<?> several ? array(name, several) : value);
        return "?" + values.size();
    }

    private static Object array(String name, Collection<?> several) {
        if (several.isEmpty()) {
            throw new IllegalArgumentException("parameters: ':" + name + "' is an empty list");
        }
        Class<?> type = several.iterator().next().getClass();
        return several.toArray((Object[]) Array.newInstance(type, 0));
    }
}
