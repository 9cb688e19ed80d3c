/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.query;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.turnstile.api.data.DataElement;
import org.turnstile.api.data.Dataset;
import org.turnstile.api.data.Dictionary;
import org.turnstile.api.data.Tag;
import org.turnstile.api.data.VR;

/**
 * Matching as the standard tells it (PS3.4 §C.2.2.2), by looking at every entity: what the index
 * has to agree with.
 */
final class Oracle {

    private static final Set<Integer> NOT_MATCHED =
            Set.of(Tag.SpecificCharacterSet, Tag.QueryRetrieveLevel);

    private static final String EARLIEST = "000000.000000";
    private static final String LATEST = "235959.999999";

    private Oracle() {}

    /** The unique keys of the entities that match, in any order. */
    static List<String> find(
            List<Entity> patients,
            QueryLevel level,
            Dataset identifier,
            Predicate<Entity> visibleStudy) {
        return patients.stream()
                .flatMap(patient -> patient.at(level))
                .filter(entity -> isVisible(entity, visibleStudy))
                .filter(entity -> matches(entity, identifier))
                .map(Entity::unique)
                .sorted()
                .toList();
    }

    private static boolean isVisible(Entity entity, Predicate<Entity> visibleStudy) {
        return entity.level() == QueryLevel.PATIENT
                ? entity.children().stream().anyMatch(visibleStudy)
                : visibleStudy.test(entity.above(QueryLevel.STUDY));
    }

    private static boolean matches(Entity entity, Dataset identifier) {
        for (DataElement each : identifier) {
            if (!NOT_MATCHED.contains(each.tag())
                    && !matches(entity, each.tag(), identifier.getStrings(each.tag()))) {
                return false;
            }
        }
        return true;
    }

    private static boolean matches(Entity entity, int tag, List<String> keys) {
        List<String> given = keys.stream().filter(key -> !key.isEmpty()).toList();
        if (given.isEmpty() || given.stream().anyMatch(key -> key.matches("\\*+"))) {
            return true;
        }
        return values(entity, tag)
                .anyMatch(value -> given.stream().anyMatch(key -> matches(tag, key, value)));
    }

    private static Stream<String> values(Entity entity, int tag) {
        if (tag == Tag.ModalitiesInStudy) {
            return entity.above(QueryLevel.STUDY)
                    .at(QueryLevel.SERIES)
                    .flatMap(series -> Stream.ofNullable(series.own(Tag.Modality)));
        }
        if (tag == Tag.InstitutionName && entity.level() == QueryLevel.STUDY) {
            return entity.common(tag).stream();
        }
        Optional<String> value = entity.value(tag);
        return value.or(() -> absent(tag)).stream();
    }

    /** Who has no name has none in each group; of a key of groups each may be universal. */
    private static Optional<String> absent(int tag) {
        return Dictionary.standard().vr(tag, false) == VR.PN ? Optional.of("") : Optional.empty();
    }

    private static boolean matches(int tag, String key, String value) {
        VR vr = Dictionary.standard().vr(tag, false);
        return switch (vr) {
            case UI -> key.equals(value);
            case IS -> Integer.parseInt(key) == Integer.parseInt(value);
            case DA -> isBetween(value, low(key), high(key, "99999999"));
            case TM ->
                    isBetween(
                            fill(value, EARLIEST),
                            fill(low(key), EARLIEST),
                            fill(high(key, ""), LATEST));
            case PN -> isName(key, value);
            default -> wildcard(key).matcher(value).matches();
        };
    }

    private static String low(String key) {
        return key.replaceFirst("-.*", "");
    }

    private static String high(String key, String open) {
        String high = key.substring(key.indexOf('-') + 1);
        return high.isEmpty() ? open : high;
    }

    private static boolean isBetween(String value, String low, String high) {
        return low.compareTo(value) <= 0 && value.compareTo(high) <= 0;
    }

    private static String fill(String time, String with) {
        return time + with.substring(time.length());
    }

    private static Pattern wildcard(String key) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < key.length(); i++) {
            String each = key.substring(i, i + 1);
            regex.append(
                    switch (each) {
                        case "*" -> ".*";
                        case "?" -> ".";
                        default -> Pattern.quote(each);
                    });
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }

    private static boolean isName(String key, String value) {
        String[] groups = normal(value).split("=", -1);
        String[] keys = normal(key).split("=", -1);
        if (keys.length == 1) {
            return Arrays.stream(groups).anyMatch(group -> isGroup(keys[0], group));
        }
        for (int i = 0; i < keys.length; i++) {
            if (!isGroup(keys[i], i < groups.length ? groups[i] : "")) {
                return false;
            }
        }
        return true;
    }

    /** A group has five components, of which the last may be left out with their carets. */
    private static boolean isGroup(String key, String group) {
        if (key.matches("[*^]*") && !key.matches("\\^+\\*.*")) {
            return true;
        }
        List<String> forms = new ArrayList<>();
        for (int carets = 0; carets <= 4; carets++) {
            forms.add(group.replaceAll("\\^+$", "") + "^".repeat(carets));
        }
        Pattern pattern = wildcard(key);
        return !group.isEmpty() && forms.stream().anyMatch(form -> pattern.matcher(form).matches());
    }

    private static String normal(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).toUpperCase(Locale.ROOT).strip();
    }
}
