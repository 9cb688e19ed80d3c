/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.otp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnstile.cli.common.ExitCode;
import org.turnstile.jaas.otp.code.OtpAlgorithm;
import org.turnstile.jaas.otp.store.ChainState;
import org.turnstile.jaas.otp.store.HotpState;
import org.turnstile.jaas.otp.store.LastUse;
import org.turnstile.jaas.otp.store.OtpFile;
import org.turnstile.jaas.otp.store.OtpState;
import org.turnstile.jaas.otp.store.TotpState;

class OtpCommandTest {

    private static final String PASS_PHRASE = "This is a test.";

    @TempDir private Path home;

    private OtpRun run(String... args) {
        return OtpRun.of(home, List.of(), PASS_PHRASE + "\n", args);
    }

    private OtpFile store() {
        return new OtpFile(home.resolve("otp"));
    }

    private OtpState state() throws Exception {
        return store().find("alice").orElseThrow();
    }

    private OtpRun enrolNinetyNine() {
        return run(
                "enrol",
                "--kind",
                "md5",
                "--sequence",
                "99",
                "--seed",
                "TeSt",
                "--password-file",
                "-",
                "alice");
    }

    @Test
    void aChainIsEnrolledAsTheRfcComputesIt() throws Exception {
        OtpRun enrol = enrolNinetyNine();

        assertThat(enrol.exitCode()).as(enrol.err()).isEqualTo(ExitCode.OK);
        assertThat(enrol.out())
                .contains("User alice enrolled.")
                .contains("First challenge: otp-md5 98 test")
                .doesNotContain(PASS_PHRASE);
        assertThat(state())
                .isEqualTo(ChainState.begin(OtpAlgorithm.MD5, 99, "test", 0x50FE1962C4965880L));
        assertThat(Files.readString(home.resolve("otp"))).doesNotContain(PASS_PHRASE);
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(home.resolve("otp"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aChallengeIsShownAndTheNextPasscodesToWhoKnowsThePassPhrase() {
        enrolNinetyNine();

        assertThat(run("challenge", "alice").out()).isEqualToIgnoringNewLines("otp-md5 98 test");
        OtpRun list = run("challenge", "--next", "2", "--password-file", "-", "alice");
        assertThat(list.out().lines())
                .hasSize(3)
                .satisfies(
                        lines -> {
                            assertThat(lines.get(1)).startsWith("98: 44B0 BAFF 93E2 5404  ");
                            assertThat(lines.get(2)).startsWith("97: 3E6A 51D0 FDBE DC57  ");
                        });
        OtpRun wrong =
                OtpRun.of(
                        home, List.of("This is no test."), "", "challenge", "--next", "2", "alice");
        assertThat(wrong.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(wrong.err()).contains("not the pass-phrase").doesNotContain("no test");
    }

    @Test
    void theListOfPasscodesEndsBeforeTheOneThatBeginsANewChain() {
        run("enrol", "--sequence", "4", "--password-file", "-", "alice");

        OtpRun list = run("challenge", "--next", "100", "--password-file", "-", "alice");

        assertThat(list.out().lines().map(line -> line.substring(0, 2)))
                .containsExactly("ot", "3:", "2:", "1:");
    }

    @Test
    void aUsedUpChainHasNoChallenge() throws Exception {
        run("enrol", "--sequence", "2", "--password-file", "-", "alice");
        ChainState chain = (ChainState) state();
        LastUse use = new LastUse(Instant.EPOCH, "192.0.2.1 CT1");
        store().replace("alice", chain, chain.accepted(1, 7, use));

        OtpRun challenge = run("challenge", "alice");

        assertThat(challenge.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(challenge.err()).contains("used up");
    }

    @Test
    void aPassPhraseIsAskedForTwice() throws Exception {
        OtpRun good = OtpRun.of(home, List.of(PASS_PHRASE, PASS_PHRASE), "", "enrol", "alice");
        assertThat(good.exitCode()).as(good.err()).isEqualTo(ExitCode.OK);

        OtpRun other =
                OtpRun.of(home, List.of(PASS_PHRASE, "This is another."), "", "enrol", "bob");
        assertThat(other.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(other.err()).contains("not the same").doesNotContain("another");
        OtpRun nobody = OtpRun.of(home, List.of(), "", "enrol", "bob");
        assertThat(nobody.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(nobody.err()).contains("--password-file");
        OtpRun accents = OtpRun.of(home, List.of("Dies ist grün.", ""), "", "enrol", "bob");
        assertThat(accents.err()).contains("ASCII").doesNotContain("grün");
        assertThat(store().list()).hasSize(1);
    }

    @Test
    void aUserIsEnrolledOnceAndResetWithAnotherSeed() throws Exception {
        enrolNinetyNine();

        OtpRun again = enrolNinetyNine();
        assertThat(again.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(again.err()).contains("turnstile otp reset");
        OtpRun same = run("reset", "--seed", "test", "--password-file", "-", "alice");
        assertThat(same.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(same.err()).contains("seed of the old one");
        assertThat(state())
                .isEqualTo(ChainState.begin(OtpAlgorithm.MD5, 99, "test", 0x50FE1962C4965880L));

        OtpRun reset = run("reset", "--password-file", "-", "alice");
        assertThat(reset.out()).contains("alice begins anew").contains("otp-sha1 499 ");
        assertThat(((ChainState) state()).stored().seed()).isNotEqualTo("test");
    }

    @Test
    void whoIsUnknownIsNeitherResetNorChallenged() {
        for (String command : List.of("reset", "challenge")) {
            OtpRun run = run(command, "bob");
            assertThat(run.exitCode()).isIn(ExitCode.FAILED, ExitCode.NO_FILE);
        }
        enrolNinetyNine();
        for (String command : List.of("reset", "challenge")) {
            OtpRun run = run(command, "bob");
            assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
            assertThat(run.err()).contains("there is no user 'bob'");
        }
    }

    @Test
    void aTokenOfTheTimeIsHandedOverAsUriAndQrCode() throws Exception {
        OtpRun enrol =
                run(
                        "enrol",
                        "--kind",
                        "totp",
                        "--hash",
                        "sha256",
                        "--digits",
                        "8",
                        "--issuer",
                        "Clinic North",
                        "alice");

        assertThat(enrol.exitCode()).as(enrol.err()).isEqualTo(ExitCode.OK);
        TotpState totp = (TotpState) state();
        String uri =
                "otpauth://totp/Clinic%20North:alice?secret="
                        + totp.key().base32()
                        + "&issuer=Clinic%20North&algorithm=SHA256&digits=8&period=30";
        assertThat(enrol.out()).contains(uri);
        assertThat(run("challenge", "--next", "1", "alice").out()).containsPattern(": \\d{8}\n");
    }

    @Test
    void aTokenOfACounterIsHandedOverAndItsPasscodesListed() throws Exception {
        OtpRun enrol = run("enrol", "--kind", "hotp", "alice");

        HotpState hotp = (HotpState) state();
        assertThat(enrol.out())
                .contains("otpauth://hotp/Turnstile:alice?secret=" + hotp.key().base32())
                .contains("&digits=6&counter=0");
        assertThat(run("challenge", "--next", "2", "alice").out().lines())
                .containsExactly("hotp 0", "0: " + hotp.password(0), "1: " + hotp.password(1));
    }

    @Test
    void theListShowsKindAndLastUseAndNoSecret() throws Exception {
        enrolNinetyNine();
        run("enrol", "--kind", "hotp", "bob");
        run("enrol", "--kind", "totp", "carol");
        LastUse use = new LastUse(Instant.parse("2026-11-22T04:00:00Z"), "192.0.2.1 CT1");
        store().replace("alice", state(), ((ChainState) state()).accepted(1, 5, use));

        assertThat(run("list").out().lines())
                .containsExactly(
                        "alice\totp-md5, 97 left\t2026-11-22T04:00:00Z from 192.0.2.1 CT1",
                        "bob\thotp, counter 0\tnever used",
                        "carol\ttotp-sha1\tnever used");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--kind=md4",
                "--kind=totp --hash=md5",
                "--kind=totp --digits=5",
                "--kind=totp --period=9",
                "--sequence=1",
                "--sequence=10000",
                "--seed=dog-2"
            })
    void optionsOutsideOfTheirRangesAreAWrongCommandLine(String options) throws Exception {
        String[] words = ("enrol --password-file=- " + options + " alice").split(" ");

        assertThat(run(words).exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(store().list()).isEmpty();
    }

    @Test
    void anErrorInTheFileIsNotWrittenOver() throws Exception {
        Files.writeString(home.resolve("otp"), "alice:hunter2\n");

        OtpRun enrol = enrolNinetyNine();

        assertThat(enrol.exitCode()).isEqualTo(ExitCode.NO_FILE);
        assertThat(enrol.err()).contains("line 1, column 7").doesNotContain("hunter2");
        assertThat(Files.readString(home.resolve("otp"))).isEqualTo("alice:hunter2\n");
    }

    @Test
    void aMissingSubcommandAndAMissingNameAreAWrongCommandLine() {
        assertThat(run().exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run("enrol").exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void aDatabaseIsUsedInsteadOfTheFile() throws Exception {
        Path jar =
                Path.of(
                        org.h2.Driver.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI());
        String url = "jdbc:h2:" + home.resolve("db");
        Path password = Files.writeString(home.resolve("password"), "sesame\n");
        String[] database = {
            "--jdbc",
            url,
            "--jdbc-driver",
            jar.toString(),
            "--jdbc-user",
            "sa",
            "--jdbc-password-file",
            password.toString()
        };

        assertThat(run(with(database, "enrol", "--kind", "totp", "alice")).exitCode())
                .isEqualTo(ExitCode.OK);
        assertThat(run(with(database, "list")).out()).contains("alice\ttotp-sha1");
        assertThat(home.resolve("otp")).doesNotExist();
        OtpRun wrong = run("list", "--jdbc", url, "--jdbc-user", "sa");
        assertThat(wrong.exitCode()).isEqualTo(ExitCode.NO_FILE);
        OtpRun unknown = run("list", "--jdbc", "jdbc:none:x");
        assertThat(unknown.err()).contains("--jdbc-driver");
        OtpRun noJar =
                run("list", "--jdbc", url, "--jdbc-driver", home.resolve("no.jar").toString());
        assertThat(noJar.err()).contains("no.jar: cannot be read");
    }

    private static String[] with(String[] options, String command, String... rest) {
        List<String> all = new java.util.ArrayList<>(List.of(command));
        all.addAll(List.of(options));
        all.addAll(List.of(rest));
        return all.toArray(String[]::new);
    }

    @Test
    void whoIsRemovedHasNoPasscodesAnyMore() throws Exception {
        enrolNinetyNine();

        OtpRun remove = run("remove", "alice");

        assertThat(remove.exitCode()).as(remove.err()).isEqualTo(ExitCode.OK);
        assertThat(store().find("alice")).isEmpty();
        OtpRun again = run("remove", "alice");
        assertThat(again.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(again.err()).contains("no user 'alice'");
    }

    @Test
    void aHomeThatIsNotThereIsSaid() {
        OtpRun run = OtpRun.of(home.resolve("none"), List.of(), "", "list");

        assertThat(run.exitCode()).isEqualTo(ExitCode.NO_FILE);
        assertThat(Optional.of(run.err())).get().asString().contains("no such folder");
    }
}
