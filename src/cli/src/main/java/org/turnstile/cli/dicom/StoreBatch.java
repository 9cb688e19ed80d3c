/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.dicom;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.turnstile.cli.part10.Part10File;
import org.turnstile.dicom.dimse.client.ConnectOptionsBuilder;

/**
 * Files that one association can carry: each pair of SOP class and transfer syntax takes a
 * presentation context, and there are 128 at most, since their ids are odd bytes (PS3.8 §9.3.2.2).
 */
final class StoreBatch {

    static final int MOST_CONTEXTS = 128;

    private record Context(String sopClass, String transferSyntax) {

        static Context of(Part10File file) {
            return new Context(file.meta().mediaStorageSopClass(), file.meta().transferSyntax());
        }
    }

    private final Set<Context> contexts = new LinkedHashSet<>();
    private final List<Part10File> files = new ArrayList<>();

    private StoreBatch() {}

    /** All files in their order, in as few batches as that allows. */
    static List<StoreBatch> of(List<Part10File> files) {
        List<StoreBatch> batches = new ArrayList<>();
        StoreBatch last = new StoreBatch();
        for (Part10File file : files) {
            if (!last.hasRoomFor(file)) {
                last = new StoreBatch();
            }
            if (last.files.isEmpty()) {
                batches.add(last);
            }
            last.contexts.add(Context.of(file));
            last.files.add(file);
        }
        return batches;
    }

    private boolean hasRoomFor(Part10File file) {
        return contexts.size() < MOST_CONTEXTS || contexts.contains(Context.of(file));
    }

    List<Part10File> files() {
        return List.copyOf(files);
    }

    ConnectOptionsBuilder addTo(ConnectOptionsBuilder options) {
        contexts.forEach(context -> options.context(context.sopClass(), context.transferSyntax()));
        return options;
    }
}
