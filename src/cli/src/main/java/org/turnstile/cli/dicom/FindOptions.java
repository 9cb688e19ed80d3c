/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.dicom;

import java.util.List;
import java.util.Optional;
import org.turnstile.api.UID;
import org.turnstile.cli.query.QueryKeys;
import org.turnstile.cli.query.QueryLevel;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is asked for, spelled as DCMTK's findscu spells it where it has the option. */
final class FindOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = {"-P", "--patient"},
            description = "Patient Root information model; the default at level PATIENT.")
    private boolean patientRoot;

    @Option(
            names = {"-S", "--study"},
            description = "Study Root information model; the default at the other levels.")
    private boolean studyRoot;

    @Option(
            names = "--level",
            paramLabel = "LEVEL",
            description =
                    "PATIENT, STUDY, SERIES or IMAGE; default STUDY, or the key"
                            + " QueryRetrieveLevel.")
    private String level;

    @Option(
            names = {"-k", "--key"},
            paramLabel = "KEY[=VALUE]",
            description = {
                "A key, by keyword or tag: PatientID=4711, 0010,0020=4711. Without a value it is"
                        + " asked for and not matched. In sequences:"
                        + " RequestAttributesSequence.RequestedProcedureID=P1.",
                "Where each key has a value, those are asked for too that people want to see."
            })
    private List<String> keys = List.of();

    @Option(
            names = "--relational",
            description = "Ask for relational queries: keys of any level, without unique keys.")
    private boolean relational;

    @Option(names = "--limit", paramLabel = "N", description = "Cancel after so many matches.")
    private Integer limit;

    @Option(
            names = "--json",
            description = "Print one DICOM JSON object (PS3.18 F) a line, not a table.")
    private boolean json;

    boolean relational() {
        return relational;
    }

    boolean json() {
        return json;
    }

    /** Most matches; as good as endless unless said. */
    long limit() {
        if (limit != null && limit < 1) {
            throw wrong("--limit: " + limit + " is not 1 or more");
        }
        return limit == null ? Long.MAX_VALUE : limit;
    }

    /** What is asked for at this level. */
    QueryKeys keys(QueryLevel at) {
        return parsed().orUsual(at);
    }

    private QueryKeys parsed() {
        try {
            return QueryKeys.parse(keys);
        } catch (IllegalArgumentException e) {
            throw wrong("-k: " + e.getMessage());
        }
    }

    QueryLevel level() {
        Optional<String> key = parsed().level();
        if (level != null && key.isPresent() && !key.get().equalsIgnoreCase(level)) {
            throw wrong("--level " + level + " contradicts -k QueryRetrieveLevel=" + key.get());
        }
        String name = level != null ? level : key.orElse(QueryLevel.STUDY.name());
        QueryLevel found =
                QueryLevel.of(name)
                        .orElseThrow(
                                () ->
                                        wrong(
                                                "--level: '"
                                                        + name
                                                        + "' is not PATIENT, STUDY, SERIES or"
                                                        + " IMAGE"));
        if (found == QueryLevel.PATIENT && studyRoot) {
            throw wrong("-S: Study Root has no level PATIENT (PS3.4 §C.6.2)");
        }
        return found;
    }

    /** SOP class of the information model. */
    String sopClass(QueryLevel at) {
        if (patientRoot && studyRoot) {
            throw wrong("only one of -P and -S can be given");
        }
        return patientRoot || at == QueryLevel.PATIENT
                ? UID.PATIENT_ROOT_FIND
                : UID.STUDY_ROOT_FIND;
    }

    ParameterException wrong(String message) {
        return new ParameterException(command.commandLine(), message);
    }
}
