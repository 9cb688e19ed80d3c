/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The values of one scope, checked when they are put in; those not put in are the defaults. */
final class Values {

    private static final Pattern NAME = Pattern.compile("[^\\s,\\p{Cntrl}]{1,256}");
    private static final Pattern ADDRESS = Pattern.compile("[0-9A-Za-z.:_%-]{1,253}");
    private static final Pattern AE_TITLE = Pattern.compile("[\\x20-\\x7E&&[^\\\\]]{1,16}");
    private static final Pattern UID =
            Pattern.compile("(?=.{3,64}$)(0|[1-9]\\d*)(\\.(0|[1-9]\\d*))+");

    private final Map<SettingKey, String> values = new EnumMap<>(SettingKey.class);

    /**
     * Takes a value.
     *
     * @throws IllegalArgumentException says what is wrong with it
     */
    void put(SettingKey key, String value) {
        check(key, value);
        values.put(key, value);
    }

    boolean has(SettingKey key) {
        return values.containsKey(key);
    }

    String text(SettingKey key) {
        return values.getOrDefault(key, key.defaultValue());
    }

    int number(SettingKey key) {
        return Math.toIntExact(Units.read(key.type(), text(key)));
    }

    Duration duration(SettingKey key) {
        return Duration.ofMillis(Units.read(key.type(), text(key)));
    }

    boolean flag(SettingKey key) {
        return Boolean.parseBoolean(text(key));
    }

    <E extends Enum<E>> E word(SettingKey key, Class<E> type) {
        return Enum.valueOf(type, text(key));
    }

    List<String> list(SettingKey key) {
        return split(text(key));
    }

    Set<String> set(SettingKey key) {
        return new LinkedHashSet<>(list(key));
    }

    private static List<String> split(String value) {
        if (value.isEmpty()) {
            return List.of();
        }
        List<String> parts = new ArrayList<>();
        for (String part : value.split(",", -1)) {
            parts.add(part.strip());
        }
        return parts;
    }

    private static void check(SettingKey key, String value) {
        switch (key.type()) {
            case INTEGER, SIZE, DURATION -> checkRange(key, Units.read(key.type(), value));
            case FLAG -> require(value.equals("true") || value.equals("false"), "true or false");
            case WORD ->
                    require(
                            Arrays.asList(key.range().split(", ")).contains(value),
                            "one of " + key.range());
            case ADDRESS -> checkEach(List.of(value), ADDRESS, "address or host name");
            case NAME -> checkEach(List.of(value), NAME, "name without blanks");
            case NAMES -> checkNames(key, value);
            case AE_TITLES -> checkEach(split(value), AE_TITLE, "AE title of 1 to 16 characters");
            case UIDS -> checkEach(split(value), UID, "UID");
        }
    }

    private static void checkNames(SettingKey key, String value) {
        require(!value.isEmpty() || key.defaultValue().isEmpty(), "list of at least one name");
        checkEach(split(value), NAME, "name without blanks");
    }

    private static void checkRange(SettingKey key, long number) {
        require(number >= key.least() && number <= key.most(), key.range());
    }

    private static void checkEach(List<String> parts, Pattern pattern, String what) {
        Set<String> seen = new LinkedHashSet<>();
        for (String part : parts) {
            if (!pattern.matcher(part).matches()) {
                throw new IllegalArgumentException("'" + part + "' is no " + what);
            }
            if (!seen.add(part)) {
                throw new IllegalArgumentException("'" + part + "' stands twice");
            }
        }
    }

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw new IllegalArgumentException("is not " + what);
        }
    }
}
