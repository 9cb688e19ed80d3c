/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.turnstile.api.data.DataElement;
import org.turnstile.api.data.Dataset;
import org.turnstile.api.data.Sequence;
import org.turnstile.api.data.Tags;
import org.turnstile.api.data.VR;
import org.turnstile.api.data.Value;

/** The values of a match under one key, as people read them. */
final class CellText {

    private CellText() {}

    /** The values between backslashes, those of all items one after the other. */
    static String of(Dataset match, KeyPath path) {
        List<Dataset> level = List.of(match);
        for (int tag : path.tags().subList(0, path.tags().size() - 1)) {
            List<Dataset> items = new ArrayList<>();
            level.forEach(each -> items.addAll(each.getSequence(tag)));
            level = items;
        }
        return level.stream()
                .map(each -> text(each, path.tag()))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\\"));
    }

    private static String text(Dataset dataset, int tag) {
        Optional<DataElement> element = dataset.get(tag).filter(each -> !each.isEmpty());
        if (element.isEmpty()) {
            return "";
        }
        if (element.get() instanceof Value value) {
            return text(dataset, value);
        }
        if (element.get() instanceof Sequence sequence) {
            return sequence.items().size() + (sequence.items().size() == 1 ? " item" : " items");
        }
        return "pixel data";
    }

    private static String text(Dataset dataset, Value value) {
        return values(dataset, value).map(Object::toString).collect(Collectors.joining("\\"));
    }

    private static Stream<?> values(Dataset dataset, Value value) {
        VR vr = value.vr();
        int tag = value.tag();
        if (vr.isText() || vr == VR.UN) {
            return dataset.getStrings(tag).stream();
        }
        if (vr.isInteger()) {
            return Arrays.stream(dataset.getLongs(tag)).mapToObj(each -> integer(vr, each));
        }
        if (vr == VR.FL || vr == VR.FD) {
            return Arrays.stream(dataset.getDoubles(tag)).boxed();
        }
        return Stream.of(value.length() + " bytes");
    }

    private static String integer(VR vr, long number) {
        return vr == VR.AT ? Tags.toString((int) number) : Long.toString(number);
    }
}
