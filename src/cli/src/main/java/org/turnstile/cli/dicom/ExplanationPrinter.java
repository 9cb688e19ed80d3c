/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.dicom;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.turnstile.api.access.AccessExplanation;
import org.turnstile.api.data.Dataset;
import org.turnstile.api.data.Tag;
import org.turnstile.cli.common.Printable;

/** Shows explanations to a person: a line for the study, one for each rule, and why. */
final class ExplanationPrinter {

    private final PrintWriter out;
    private int studies;

    ExplanationPrinter(PrintWriter out) {
        this.out = out;
    }

    int studies() {
        return studies;
    }

    /** Shows one; says whether more are wanted. */
    boolean print(Dataset answer) {
        studies++;
        boolean visible = text(answer, AccessExplanation.VISIBLE).equals("YES");
        line(
                answer.getString(Tag.StudyInstanceUID).orElse("?")
                        + " of patient "
                        + answer.getString(Tag.PatientID).orElse("without an ID")
                        + answer.getString(Tag.IssuerOfPatientID).map(i -> " of " + i).orElse("")
                        + (visible ? ": visible" : ": hidden"));
        List<Dataset> rules =
                tag(answer, AccessExplanation.RULES).stream()
                        .mapToObj(answer::getSequence)
                        .flatMap(List::stream)
                        .toList();
        rules.forEach(this::rule);
        long others =
                tag(answer, AccessExplanation.OTHER_PATIENTS).stream()
                        .mapToObj(answer::getLong)
                        .mapToLong(number -> number.orElse(0))
                        .sum();
        if (others > 0) {
            line("  " + others + (others == 1 ? " rule" : " rules") + " for other patients");
        }
        if (rules.isEmpty() && others == 0) {
            line("  the caller has no rule");
        }
        return !out.checkError();
    }

    private void rule(Dataset item) {
        String reason = text(item, AccessExplanation.REASON);
        line(
                (reason.isEmpty() ? "  shown by " : "  not by ")
                        + text(item, AccessExplanation.PLACE)
                        + ": "
                        + text(item, AccessExplanation.RULE)
                        + (reason.isEmpty() ? "" : " (" + reason + ")"));
    }

    private void line(String text) {
        out.println(Printable.of(text));
    }

    private static String text(Dataset dataset, int element) {
        OptionalInt tag = tag(dataset, element);
        Optional<String> text =
                tag.isPresent() ? dataset.getString(tag.getAsInt()) : Optional.empty();
        return text.orElse("");
    }

    private static OptionalInt tag(Dataset dataset, int element) {
        return dataset.privateTag(AccessExplanation.CREATOR, AccessExplanation.GROUP, element);
    }
}
