/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.io;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A strict reader of JSON (RFC 8259): maps, lists, strings, numbers as decimals, and null. */
final class Json {

    /** In place of null. */
    static final Object NULL = "<null>";

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    static Object parse(String text) {
        Json json = new Json(text.strip());
        Object value = json.value();
        if (json.at != json.text.length()) {
            throw json.wrong();
        }
        return value;
    }

    private IllegalArgumentException wrong() {
        return new IllegalArgumentException("JSON at " + at + " of " + text);
    }

    private char peek() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (at == text.length()) {
            throw wrong();
        }
        return text.charAt(at);
    }

    private boolean take(char wanted) {
        if (peek() != wanted) {
            return false;
        }
        at++;
        return true;
    }

    private void require(char wanted) {
        if (!take(wanted)) {
            throw wrong();
        }
    }

    private Object value() {
        return switch (peek()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 'n' -> nothing();
            default -> number();
        };
    }

    private Object nothing() {
        if (!text.startsWith("null", at)) {
            throw wrong();
        }
        at += 4;
        return NULL;
    }

    private Map<String, Object> object() {
        Map<String, Object> all = new TreeMap<>();
        require('{');
        if (take('}')) {
            return all;
        }
        do {
            peek();
            String name = string();
            require(':');
            if (all.put(name, value()) != null) {
                throw wrong();
            }
        } while (take(','));
        require('}');
        return all;
    }

    private List<Object> array() {
        List<Object> all = new ArrayList<>();
        require('[');
        if (take(']')) {
            return all;
        }
        do {
            all.add(value());
        } while (take(','));
        require(']');
        return all;
    }

    private String string() {
        require('"');
        StringBuilder out = new StringBuilder();
        while (text.charAt(at) != '"') {
            char c = text.charAt(at++);
            if (c < 0x20) {
                throw wrong();
            }
            out.append(c == '\\' ? escaped() : c);
        }
        at++;
        return out.toString();
    }

    private char escaped() {
        char c = text.charAt(at++);
        if (c == 'u') {
            at += 4;
            return (char) Integer.parseInt(text.substring(at - 4, at), 16);
        }
        int known = "nrtbf".indexOf(c);
        return known < 0 ? c : "\n\r\t\b\f".charAt(known);
    }

    private BigDecimal number() {
        int start = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String digits = text.substring(start, at);
        if (!digits.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?")) {
            throw wrong();
        }
        return new BigDecimal(digits);
    }
}
