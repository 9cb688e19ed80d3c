/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.access;

import java.time.LocalDate;
import java.util.Optional;
import org.turnstile.api.access.DateWindow;
import org.turnstile.api.access.PatientKey;
import org.turnstile.api.access.RuleConditions;
import picocli.CommandLine.Option;

/** What a rule shows; conditions that are given together must all hold. */
final class RuleOptions {

    @Option(names = "--all", description = "All studies; alone.")
    private boolean all;

    @Option(names = "--patient", paramLabel = "ID", description = "Patient ID.")
    private String patient;

    @Option(
            names = "--issuer",
            paramLabel = "ISSUER",
            description = "Issuer of the Patient ID; without it a patient who has none is meant.")
    private String issuer;

    @Option(
            names = "--institution",
            paramLabel = "NAME",
            description = "Institution Name of every series.")
    private String institution;

    @Option(names = "--modality", paramLabel = "CS", description = "Modality of every series.")
    private String modality;

    @Option(names = "--own", description = "What the caller alone has stored.")
    private boolean own;

    @Option(names = "--from", paramLabel = "DAY", description = "First Study Date, as 20240131.")
    private String from;

    @Option(names = "--to", paramLabel = "DAY", description = "Last Study Date.")
    private String to;

    /** Whether any was given. */
    boolean isPresent() {
        return all || hasConditions();
    }

    private boolean hasConditions() {
        return own
                || patient != null
                || issuer != null
                || institution != null
                || modality != null
                || from != null
                || to != null;
    }

    /**
     * The conditions.
     *
     * @throws IllegalArgumentException if they contradict each other, or there are none
     */
    RuleConditions conditions() {
        if (all == hasConditions()) {
            throw new IllegalArgumentException(
                    all
                            ? "--all stands alone, without conditions"
                            : "what is meant? --all, --patient, --institution, --modality, --own,"
                                    + " --from or --to");
        }
        if (issuer != null && patient == null) {
            throw new IllegalArgumentException("--issuer needs --patient");
        }
        return new RuleConditions(
                Optional.ofNullable(patient)
                        .map(id -> new PatientKey(id, issuer == null ? "" : issuer)),
                Optional.ofNullable(institution),
                Optional.ofNullable(modality),
                own,
                dates());
    }

    private Optional<DateWindow> dates() {
        Optional<LocalDate> first = Optional.ofNullable(from).map(DateWindow::day);
        Optional<LocalDate> last = Optional.ofNullable(to).map(DateWindow::day);
        return first.isEmpty() && last.isEmpty()
                ? Optional.empty()
                : Optional.of(new DateWindow(first, last));
    }
}
