/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.dicom;

import java.util.List;
import org.turnstile.api.access.AccessExplanation;
import org.turnstile.api.charset.SpecificCharacterSet;
import org.turnstile.api.data.Dataset;
import org.turnstile.api.data.DatasetBuilder;
import org.turnstile.api.data.Tag;
import org.turnstile.api.data.VR;
import org.turnstile.cli.query.QueryKeys;
import org.turnstile.cli.query.QueryLevel;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Who is asked about, and which study. */
final class ExplainOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--as",
            paramLabel = "NAME",
            description = "The caller who is asked about; without it the anonymous one.")
    private String caller;

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            description = "A role of that caller; once for each.")
    private List<String> roles = List.of();

    @Option(
            names = "--unverified",
            description = "As if nothing had proved the caller's name (identity type 1).")
    private boolean unverified;

    @Option(
            names = {"-k", "--key"},
            paramLabel = "KEY=VALUE",
            required = true,
            description = "StudyInstanceUID=1.2.3, or PatientID=4711 and IssuerOfPatientID=NORTH.")
    private List<String> keys;

    /**
     * The identifier of the request.
     *
     * @throws ParameterException if the options cannot be meant
     */
    Dataset identifier() {
        if (caller == null && (!roles.isEmpty() || unverified)) {
            throw wrong("--role and --unverified need --as");
        }
        try {
            DatasetBuilder identifier =
                    QueryKeys.parse(keys).identifier(QueryLevel.STUDY).toBuilder();
            identifier.setString(
                    Tag.SpecificCharacterSet,
                    SpecificCharacterSet.UTF_8.terms().toArray(new String[0]));
            if (caller != null) {
                identifier.setString(tag(identifier, AccessExplanation.CALLER), VR.UC, caller);
                identifier.setString(
                        tag(identifier, AccessExplanation.ROLES),
                        VR.UC,
                        roles.toArray(new String[0]));
                identifier.setString(
                        tag(identifier, AccessExplanation.VERIFIED),
                        VR.CS,
                        unverified ? "NO" : "YES");
            }
            return identifier.build();
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage());
        }
    }

    private static int tag(DatasetBuilder identifier, int element) {
        return identifier.privateTag(AccessExplanation.CREATOR, AccessExplanation.GROUP, element);
    }

    private ParameterException wrong(String message) {
        return new ParameterException(command.commandLine(), message);
    }
}
