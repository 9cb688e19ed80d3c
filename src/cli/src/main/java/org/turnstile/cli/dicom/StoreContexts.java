/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.dicom;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.turnstile.cli.part10.Part10File;
import org.turnstile.dicom.dimse.ConnectOptionsBuilder;

/**
 * The presentation contexts that files need: one for each pair of SOP class and transfer syntax. An
 * association has 128 at most, since their ids are odd bytes (PS3.8 §9.3.2.2); files that find none
 * left are not sent.
 */
final class StoreContexts {

    static final int MOST = 128;

    private record Context(String sopClass, String transferSyntax) {}

    private final Set<Context> contexts = new LinkedHashSet<>();
    private final List<Part10File> files = new ArrayList<>();

    StoreContexts(List<Part10File> all, StoreReport report) {
        for (Part10File file : all) {
            Context needed = new Context(file.meta().sopClass(), file.meta().transferSyntax());
            if (contexts.contains(needed) || contexts.size() < MOST) {
                contexts.add(needed);
                files.add(file);
            } else {
                report.failed(
                        file.path(),
                        "no presentation context is left, " + MOST + " are needed before it");
            }
        }
    }

    /** The files that can be sent. */
    List<Part10File> files() {
        return files;
    }

    ConnectOptionsBuilder addTo(ConnectOptionsBuilder options) {
        contexts.forEach(context -> options.context(context.sopClass(), context.transferSyntax()));
        return options;
    }
}
