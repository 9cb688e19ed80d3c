/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.wildfly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnstile.it.scenarios.Home.ALICE;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstile.it.scenarios.CtObject;
import org.turnstile.it.scenarios.Deployments;
import org.turnstile.it.scenarios.Home;
import org.turnstile.it.scenarios.Peer;
import org.turnstile.jaas.otp.store.OtpFile;
import org.turnstile.testkit.dicom.Examples;
import org.turnstile.testkit.dicom.Hex;
import org.turnstile.testkit.dicom.RawPdu;

/** One-time passcodes with their states in the home folder. */
@ArquillianTest
@RunAsClient
class OneTimeIT {

    private static final String LOGIN =
            """
            turnstile-passcode {
                org.turnstile.jaas.otp.OtpLoginModule required %s;
                org.turnstile.jaas.mapping.RoleMappingLoginModule required;
            };
            """;

    private static final int RACES = 10;
    private static final int ACCEPTED = 0x02;

    private final Home home = new Home(Server.main().home());
    private final OtpFile states = new OtpFile(home.folder().resolve("otp"));
    private OneTimeUser alice;

    @Deployment(name = "turnstile", testable = false)
    static EnterpriseArchive turnstile() {
        return Deployments.turnstile();
    }

    @BeforeEach
    void enrolAlice() throws Exception {
        alice = new OneTimeUser(ALICE).in(states);
        home.write("login.conf", LOGIN.formatted(""));
    }

    @AfterEach
    void takeTheModuleOut() throws Exception {
        home.write("login.conf", Home.LOGIN);
        Files.delete(states.path());
    }

    /** From an address of its own, so that no failure before holds the answer back. */
    private Peer peer() {
        return Peer.of(home.port()).fromElsewhere();
    }

    @Test
    void case87And88AValueOpensOneAssociation() throws Exception {
        OneTimeUser user = new OneTimeUser("carol").in(states);
        peer().as(user.name(), user.hex(98)).accept();

        peer().as(user.name(), user.hex(98)).isRejected();
        peer().as(user.name(), user.words(96)).accept();
        peer().as(user.name(), user.hex(97)).isRejected();
    }

    @Test
    void fixedPasscodesAreNoneOfThisModules() {
        peer().as(Home.BOB).isRejected();
    }

    @Test
    void case88WithinTheGraceWindowThePlaceCountsAndTheLogSaysSo() throws Exception {
        home.write("login.conf", LOGIN.formatted("graceSeconds=\"600\""));
        Peer scanner = peer().calling("SCANNER");
        scanner.as(ALICE, alice.hex(98)).accept();

        scanner.as(ALICE, alice.hex(98)).accept();

        assertThat(Files.readAllLines(Server.main().log()))
                .anyMatch(
                        line ->
                                line.contains("TURN2150")
                                        && line.contains(ALICE)
                                        && line.contains("SCANNER"));
        scanner.calling("OTHER").as(ALICE, alice.hex(98)).isRejected();
        peer().calling("SCANNER").as(ALICE, alice.hex(98)).isRejected();
    }

    @Test
    void case94OfTwoThatRaceWithOneValueOneGetsIn() throws Exception {
        for (int race = 0; race < RACES; race++) {
            // another user each time: the loser of the race before has failed
            OneTimeUser user = new OneTimeUser("racer" + race).in(states);
            CompletableFuture<String> other = CompletableFuture.supplyAsync(() -> answer(user));

            assertThat(List.of(answer(user), other.join()))
                    .containsExactlyInAnyOrder("accepted", Hex.of(Hex.bytes(Examples.RJ121)));
        }
    }

    private String answer(OneTimeUser user) {
        RawPdu answer = peer().as(user.name(), user.hex(98)).answer();
        return answer.type() == ACCEPTED ? "accepted" : answer.hex();
    }

    @Test
    void storescuSendsAPasscodeInEitherFormAndEachOnce(@TempDir Path folder) throws Exception {
        Dcmtk.require("storescu");
        assertStored(alice.hex(98), folder);
        assertStored(alice.words(97), folder);

        Commands.Result again = Dcmtk.storescu(home.port(), ALICE, alice.words(97), write(folder));
        assertThat(again.status()).isNotZero();
        assertThat(again.output()).contains("Rejected Permanent");
    }

    private void assertStored(String passcode, Path folder) throws Exception {
        Commands.Result store = Dcmtk.storescu(home.port(), ALICE, passcode, write(folder));
        assertThat(store.status()).as(store.output()).isZero();
    }

    private static Path write(Path folder) throws Exception {
        Path file = folder.resolve("object.dcm");
        CtObject.create().write(file);
        return file;
    }

    @Test
    void theCommandLineShowsTheChallengeAndTakesTheAnswer() throws Exception {
        Commands.Result first =
                CommandLine.echoOneTime(home.port(), ALICE, alice.hex(98), home.folder());
        assertThat(first.status()).as(first.output()).isZero();
        assertThat(first.output()).contains("otp-sha1 98 it1", "as alice (confirmed)");

        Commands.Result again =
                CommandLine.echoOneTime(home.port(), ALICE, alice.hex(98), home.folder());
        assertThat(again.status()).isEqualTo(1);
        assertThat(again.output())
                .contains("otp-sha1 97 it1", "rejected-permanent")
                .doesNotContain(alice.hex(98));
    }

    @Test
    void case100NoValueIsInTheLog() throws Exception {
        peer().as(ALICE, alice.words(98)).accept();
        peer().as(ALICE, alice.hex(98)).isRejected();
        peer().as(ALICE, alice.hex(97)).accept();

        String log = Files.readString(Server.main().log());
        assertThat(log)
                .contains(ALICE)
                .doesNotContainIgnoringCase(alice.hex(98))
                .doesNotContainIgnoringCase(alice.hex(97))
                .doesNotContain(alice.words(98));
    }
}
