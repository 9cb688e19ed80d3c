/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.turnstile.api.data.Dictionary;
import org.turnstile.api.data.ElementEntry;
import org.turnstile.api.data.Tags;
import org.turnstile.api.data.VR;

/**
 * The way to an attribute: sequences, and the attribute in their items.
 *
 * @param tags the tags of the sequences, then that of the attribute
 */
public record KeyPath(List<Integer> tags) {

    /** A keyword, or a tag with parentheses or without; then perhaps the number of an item. */
    private static final Pattern STEP =
            Pattern.compile(
                    "(?:(?<keyword>\\w+)|\\(TAG\\)|TAG)(?<item>\\[[0-9]*\\])?"
                            .replace("TAG", "\\p{XDigit}{4},\\p{XDigit}{4}"));

    /** Keeps a copy of the list. */
    public KeyPath {
        tags = List.copyOf(tags);
    }

    /**
     * Reads a path such as {@code PatientID}, {@code (0010,0020)} or {@code
     * RequestAttributesSequence.RequestedProcedureID}; DCMTK's {@code (0040,0275)[0].(0040,1001)}
     * is one too.
     *
     * @throws IllegalArgumentException names the step that is wrong
     */
    public static KeyPath parse(String text) {
        List<Integer> tags = new ArrayList<>();
        String[] steps = text.split("\\.", -1);
        for (int i = 0; i < steps.length; i++) {
            int tag = tag(steps[i]);
            if (i < steps.length - 1 && vr(tag) != VR.SQ) {
                throw new IllegalArgumentException(
                        steps[i] + ": is no sequence, nothing can stand below it");
            }
            tags.add(tag);
        }
        return new KeyPath(tags);
    }

    private static int tag(String step) {
        Matcher matcher = STEP.matcher(step);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + step + "' is neither a keyword nor a tag such as 0010,0020");
        }
        String item = matcher.group("item");
        if (item != null && !item.equals("[0]")) {
            throw new IllegalArgumentException(
                    step + ": a sequence of a query has one item, which is [0]");
        }
        int tag =
                matcher.group("keyword") != null
                        ? ofKeyword(matcher.group("keyword"))
                        : ofDigits(step.replaceAll("\\[.*|[(),]", ""));
        int group = Tags.group(tag);
        if (group < 8 || group == 0xFFFE || Tags.isGroupLength(tag)) {
            throw new IllegalArgumentException(step + ": cannot be a key of a query");
        }
        return tag;
    }

    private static int ofDigits(String digits) {
        return Integer.parseUnsignedInt(digits, 16);
    }

    private static int ofKeyword(String keyword) {
        return Dictionary.standard()
                .element(keyword)
                .map(ElementEntry::tag)
                .orElseThrow(() -> new IllegalArgumentException(unknown(keyword)));
    }

    private static String unknown(String keyword) {
        Predicate<ElementEntry> similar = each -> each.keyword().equalsIgnoreCase(keyword);
        Optional<ElementEntry> meant =
                Dictionary.standard().elements().stream().filter(similar).findFirst();
        return keyword
                + ": no such keyword"
                + meant.map(each -> "; " + each.keyword() + " is one").orElse("");
    }

    /** The attribute's tag. */
    public int tag() {
        return tags.get(tags.size() - 1);
    }

    /** The attribute's VR by the dictionary. */
    static VR vr(int tag) {
        return Dictionary.standard().vr(tag, false);
    }

    /** Keywords joined by dots; a tag where there is none. */
    public String label() {
        return tags.stream().map(KeyPath::label).collect(Collectors.joining("."));
    }

    private static String label(int tag) {
        return Dictionary.standard()
                .element(tag)
                .map(ElementEntry::keyword)
                .filter(keyword -> !keyword.isEmpty())
                .orElseGet(() -> Tags.toString(tag));
    }

    @Override
    public String toString() {
        return label();
    }
}
