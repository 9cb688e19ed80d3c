/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.turnstile.api.Status;
import org.turnstile.api.UID;
import org.turnstile.api.data.Dataset;
import org.turnstile.api.data.Tag;
import org.turnstile.api.data.VR;
import org.turnstile.cli.CommandRun;
import org.turnstile.cli.Main;
import org.turnstile.cli.common.ExitCode;
import org.turnstile.cli.part10.Part10Bytes;

@Timeout(60)
class FindCommandTest {

    private static final Dataset GERMAN = study("DEMO-1", "Müller^Jürgen");
    private static final Dataset JAPANESE = study("DEMO-2", "Yamada^Hanako=山田^花子=やまだ^はなこ");

    @TempDir private Path folder;
    private TestServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = new TestServer();
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void matchesAreOneJsonObjectALine() {
        server.finds(false, GERMAN, JAPANESE);
        CommandRun find =
                find(
                        "-aec",
                        "TURNSTILE",
                        "--user",
                        "radiologist",
                        "--password",
                        "secret",
                        "--level",
                        "STUDY",
                        "-k",
                        "PatientID=",
                        "-k",
                        "PatientName=",
                        "--json");
        assertThat(find.exitCode()).as(find.err()).isEqualTo(ExitCode.OK);
        assertThat(find.out())
                .isEqualTo(
                        "{\"00080005\":{\"vr\":\"CS\",\"Value\":[\"ISO_IR 192\"]},"
                                + "\"00100010\":{\"vr\":\"PN\",\"Value\":"
                                + "[{\"Alphabetic\":\"Müller^Jürgen\"}]},"
                                + "\"00100020\":{\"vr\":\"LO\",\"Value\":[\"DEMO-1\"]}}\n"
                                + "{\"00080005\":{\"vr\":\"CS\",\"Value\":[\"ISO_IR 192\"]},"
                                + "\"00100010\":{\"vr\":\"PN\",\"Value\":"
                                + "[{\"Alphabetic\":\"Yamada^Hanako\",\"Ideographic\":\"山田^花子\","
                                + "\"Phonetic\":\"やまだ^はなこ\"}]},"
                                + "\"00100020\":{\"vr\":\"LO\",\"Value\":[\"DEMO-2\"]}}\n");
        assertThat(find.err()).isEmpty();
        assertThat(server.identities()).containsExactly("2 radiologist");
    }

    @Test
    void forPeopleThereIsATableAndACount() {
        server.finds(false, GERMAN, JAPANESE);
        CommandRun find = find("-k", "PatientID=", "-k", "PatientName=", "--user", "r");
        assertThat(find.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(find.out().lines())
                .containsExactly(
                        "PatientID  PatientName",
                        "---------  -----------",
                        "DEMO-1     Müller^Jürgen",
                        "DEMO-2     Yamada^Hanako=山田^花子=やまだ^はなこ",
                        "2 matches in ANY-SCP at localhost:"
                                + server.port()
                                + " as r (unconfirmed)");
    }

    @Test
    void whereNobodySaysOtherwiseStudiesAreAskedForWithTheUsualKeys() {
        CommandRun find = find();
        assertThat(find.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(find.out()).startsWith("0 matches in ").contains(" as nobody");
        Dataset query = server.queries().get(0);
        assertThat(query.getString(Tag.QueryRetrieveLevel)).contains("STUDY");
        assertThat(query.contains(Tag.StudyInstanceUID)).isTrue();
        assertThat(server.relational()).containsExactly(false);
    }

    @ParameterizedTest
    @CsvSource({
        "PATIENT, , " + UID.PATIENT_ROOT_FIND,
        "STUDY, , " + UID.STUDY_ROOT_FIND,
        "series, -S, " + UID.STUDY_ROOT_FIND,
        "IMAGE, -P, " + UID.PATIENT_ROOT_FIND
    })
    void theInformationModelSuitsTheLevelOrIsNamed(String level, String model, String sopClass) {
        server.takesOnly(sopClass);
        Stream<String> models = Stream.ofNullable(model);
        String[] options =
                Stream.concat(models, Stream.of("--level", level)).toArray(String[]::new);
        CommandRun find = find(options);
        assertThat(find.exitCode()).as(find.err()).isEqualTo(ExitCode.OK);
        assertThat(server.queries().get(0).getString(Tag.QueryRetrieveLevel))
                .contains(level.toUpperCase(Locale.ROOT));
    }

    @Test
    void theLevelMayBeAKeyAsWithFindscu() {
        find("-S", "-k", "QueryRetrieveLevel=SERIES", "-k", "0020,000D=1.2.3");
        Dataset query = server.queries().get(0);
        assertThat(query.getString(Tag.QueryRetrieveLevel)).contains("SERIES");
        assertThat(query.getString(Tag.StudyInstanceUID)).contains("1.2.3");
    }

    @Test
    void aRefusalIsSaidInWords() {
        server.answers(UID.STUDY_ROOT_FIND, Status.NOT_AUTHORIZED);
        CommandRun find = find("--json");
        assertThat(find.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(find.err())
                .isEqualTo(
                        "turnstile find: refused: 0124H not authorized" + System.lineSeparator());
        assertThat(find.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0122, refused: 0122H SOP class not supported",
        "0124, refused: 0124H not authorized",
        "A700, refused: A700H out of resources",
        "A900, failed: A900H identifier does not match SOP class",
        "C001, failed: C001H unable to process",
        "FE00, cancelled: FE00H by the peer",
        "0110, failed: 0110H"
    })
    void everyFailureHasItsWords(String code, String words) {
        Status status = new Status(Integer.parseInt(code, 16), "");
        assertThat(FindStatus.words(status)).isEqualTo(words);
        assertThat(FindStatus.words(status.withComment("why"))).isEqualTo(words + " (why)");
    }

    @Test
    void keysThatThePeerDoesNotSupportAreNotedOnce() {
        server.finds(false, GERMAN, JAPANESE);
        server.findsWith(Status.PENDING_WARNING);
        CommandRun find = find("--json");
        assertThat(find.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(find.err().lines())
                .containsExactly(
                        "note: FF01H: the peer does not support all keys; they come back empty");
    }

    @Test
    void afterTheLimitTheQueryIsCancelled() {
        server.finds(true, GERMAN);
        CommandRun find = find("--limit", "3", "-k", "PatientID");
        assertThat(find.exitCode()).as(find.err()).isEqualTo(ExitCode.OK);
        assertThat(find.out().lines())
                .hasSize(2 + 3 + 1)
                .last()
                .asString()
                .startsWith("the first 3 matches in ");
        assertThat(server.cancelled()).isEqualTo(1);
    }

    @Test
    void aLimitThatIsNotReachedSaysNothing() {
        server.finds(false, GERMAN);
        CommandRun find = find("--limit", "2");
        assertThat(find.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(find.out()).contains("1 match in ").doesNotContain("the first");
    }

    @Test
    void whatIsSaidOnTheWayStaysOutOfTheMatches() {
        server.finds(false, GERMAN);
        CommandRun find = find("-v", "--json");
        assertThat(find.err()).startsWith("Associated with ANY-SCP at localhost:");
        assertThat(find.out().lines()).hasSize(1);
    }

    @Test
    void relationalQueriesAreAgreedOnOrNotMade() {
        assertThat(find("--relational").exitCode()).isEqualTo(ExitCode.OK);
        assertThat(server.relational()).containsExactly(true);
        server.disagreesOnRelational();
        CommandRun find = find("--relational");
        assertThat(find.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(find.err()).contains("--relational is not accepted");
        assertThat(server.queries()).hasSize(1);
    }

    @Test
    void aPeerThatDoesNotFindIsNamed() {
        server.takesOnly(Part10Bytes.CT);
        CommandRun study = find();
        assertThat(study.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(study.err()).contains("Study Root FIND is not accepted");
        assertThat(find("-P").err()).contains("Patient Root FIND is not accepted");
    }

    @Test
    void aMatchThatCannotBeShownFailsTheCommandButNotTheOthers() {
        Dataset unknown =
                Dataset.builder()
                        .setBytes(
                                Tag.SpecificCharacterSet,
                                VR.CS,
                                "ISO_IR 999".getBytes(StandardCharsets.US_ASCII))
                        .setBytes(Tag.PatientID, VR.LO, new byte[] {(byte) 0xE4, 'x'})
                        .build();
        server.finds(false, unknown, GERMAN);
        CommandRun find = find("--json");
        assertThat(find.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(find.err()).startsWith("match 1 cannot be shown: ").contains("ISO_IR 999");
        assertThat(find.out().lines()).hasSize(1).first().asString().contains("DEMO-1");
    }

    @Test
    void aSignalCancelsTheQuery() throws Exception {
        server.finds(true, GERMAN);
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Main.class.getName(),
                                "find",
                                "--json",
                                "localhost",
                                server.port())
                        .redirectOutput(folder.resolve("out").toFile())
                        .redirectError(folder.resolve("err").toFile())
                        .start();
        try {
            await().until(() -> folder.resolve("out").toFile().length() > 0);
            process.destroy();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(folder.resolve("err")).isEmptyFile();
            await().until(() -> server.cancelled() == 1);
        } finally {
            process.destroyForcibly();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-k PatientNumber= | -k: PatientNumber: no such keyword",
                "-k Rows=many | -k: Rows: 'many' is no whole number",
                "-k PatientID -k PatientID | -k: PatientID: given twice",
                "-k SpecificCharacterSet=X -k PatientName=ä | -k: Specific Character Set",
                "--level PLANET | --level: 'PLANET' is not PATIENT, STUDY, SERIES or IMAGE",
                "--level IMAGE -k QueryRetrieveLevel=STUDY | --level IMAGE contradicts",
                "-S --level PATIENT | -S: Study Root has no level PATIENT",
                "-P -S | only one of -P and -S can be given",
                "--limit 0 | --limit: 0 is not 1 or more",
                "--limit x | Invalid value for option '--limit'"
            })
    void aWrongCommandLineIsExplainedBeforeAnybodyIsCalled(String options, String message) {
        CommandRun find = find(options.split(" "));
        assertThat(find.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(find.err()).startsWith(message);
        assertThat(server.queries()).isEmpty();
    }

    private CommandRun find(String... options) {
        String[] all =
                Stream.of(
                                Stream.of("find"),
                                Stream.of(options),
                                Stream.of("localhost", server.port()))
                        .flatMap(part -> part)
                        .toArray(String[]::new);
        return CommandRun.in(folder).run(all);
    }

    private static Dataset study(String id, String name) {
        return Dataset.builder()
                .setString(Tag.SpecificCharacterSet, "ISO_IR 192")
                .setString(Tag.PatientName, name)
                .setString(Tag.PatientID, id)
                .build();
    }
}
