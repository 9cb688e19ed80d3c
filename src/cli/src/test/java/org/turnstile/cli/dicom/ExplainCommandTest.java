/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.turnstile.api.Status;
import org.turnstile.api.access.AccessExplanation;
import org.turnstile.api.data.Dataset;
import org.turnstile.api.data.DatasetBuilder;
import org.turnstile.api.data.Tag;
import org.turnstile.api.data.VR;
import org.turnstile.cli.CommandRun;
import org.turnstile.cli.common.ExitCode;

@Timeout(30)
class ExplainCommandTest {

    @TempDir private Path folder;
    private TestServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = new TestServer();
        server.takesOnly(AccessExplanation.SOP_CLASS);
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void theIdentifierNamesTheCallerAndTheStudy() {
        CommandRun run =
                explain(
                        "--as=M\u00FCller",
                        "--role=dicom-find",
                        "--role=r",
                        "--unverified",
                        "-k=PatientID=4711",
                        "-k=IssuerOfPatientID=NORTH");
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).isEqualToIgnoringNewLines("There is no such study.");
        Dataset identifier = server.queries().get(0);
        assertThat(identifier.getString(Tag.QueryRetrieveLevel)).contains("STUDY");
        assertThat(identifier.getString(Tag.PatientID)).contains("4711");
        assertThat(identifier.getString(Tag.IssuerOfPatientID)).contains("NORTH");
        assertThat(strings(identifier, AccessExplanation.CALLER)).containsExactly("M\u00FCller");
        assertThat(strings(identifier, AccessExplanation.ROLES)).containsExactly("dicom-find", "r");
        assertThat(strings(identifier, AccessExplanation.VERIFIED)).containsExactly("NO");
    }

    @Test
    void withoutANameTheAnonymousCallerIsAskedAbout() {
        explain("-k=StudyInstanceUID=1.2");
        assertThat(strings(server.queries().get(0), AccessExplanation.CALLER)).isEmpty();
    }

    @Test
    void anExplanationNamesTheRulesAndWhatIsNotMet() {
        DatasetBuilder answer =
                Dataset.builder()
                        .setString(Tag.StudyInstanceUID, "1.2")
                        .setString(Tag.PatientID, "4711");
        answer.setString(tag(answer, AccessExplanation.VISIBLE), VR.CS, "YES");
        answer.setSequence(
                tag(answer, AccessExplanation.RULES),
                rule("user u institution S", "line 3, line 4", "institution is N"),
                rule("user u all", "database", ""));
        answer.setLong(tag(answer, AccessExplanation.OTHER_PATIENTS), VR.UL, 2);
        server.finds(false, answer.build());

        CommandRun run = explain("--as=u", "-k=StudyInstanceUID=1.2");

        assertThat(run.out().lines())
                .containsExactly(
                        "1.2 of patient 4711: visible",
                        "  not by line 3, line 4: user u institution S (institution is N)",
                        "  shown by database: user u all",
                        "  2 rules for other patients");
    }

    @Test
    void aCallerWithoutRulesIsSaidToHaveNone() {
        DatasetBuilder answer = Dataset.builder().setString(Tag.StudyInstanceUID, "1.2");
        answer.setString(tag(answer, AccessExplanation.VISIBLE), VR.CS, "NO");
        answer.setSequence(tag(answer, AccessExplanation.RULES));
        server.finds(false, answer.build());

        assertThat(explain("--as=u", "-k=StudyInstanceUID=1.2").out().lines())
                .containsExactly(
                        "1.2 of patient without an ID: hidden", "  the caller has no rule");
    }

    @Test
    void aRefusalIsAFailure() {
        server.answers(AccessExplanation.SOP_CLASS, Status.NOT_AUTHORIZED);
        CommandRun run = explain("--as=u", "-k=StudyInstanceUID=1.2");
        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("0124H");
    }

    @Test
    void aPeerThatDoesNotKnowTheServiceIsNamed() {
        server.takesOnly("1.2.3");
        CommandRun run = explain("--as=u", "-k=StudyInstanceUID=1.2");
        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).isNotEmpty();
    }

    @Test
    void rolesWithoutANameAndKeysThatAreNoneAreWrong() {
        assertThat(explain("--role=r", "-k=StudyInstanceUID=1.2").exitCode())
                .isEqualTo(ExitCode.USAGE);
        assertThat(explain("--as=u", "-k=NoSuchKey=1").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(explain("--as=u").err()).contains("--key");
        assertThat(server.queries()).isEmpty();
    }

    private static Dataset rule(String text, String place, String reason) {
        DatasetBuilder item = Dataset.builder();
        item.setString(tag(item, AccessExplanation.RULE), VR.UT, text);
        item.setString(tag(item, AccessExplanation.PLACE), VR.UC, place);
        item.setString(tag(item, AccessExplanation.REASON), VR.UT, reason);
        return item.build();
    }

    private static int tag(DatasetBuilder builder, int element) {
        return builder.privateTag(AccessExplanation.CREATOR, AccessExplanation.GROUP, element);
    }

    private static List<String> strings(Dataset dataset, int element) {
        return dataset
                .privateTag(AccessExplanation.CREATOR, AccessExplanation.GROUP, element)
                .stream()
                .mapToObj(dataset::getStrings)
                .flatMap(List::stream)
                .toList();
    }

    private CommandRun explain(String... options) {
        return CommandRun.in(folder)
                .run(
                        Stream.of(
                                        Stream.of("access", "explain"),
                                        Stream.of(options),
                                        Stream.of("localhost", server.port()))
                                .flatMap(part -> part)
                                .toArray(String[]::new));
    }
}
