/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.turnstile.testkit.dicom.AssociateRqBytes.with;
import static org.turnstile.testkit.dicom.UserIdentityBytes.passcode;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.turnstile.testkit.container.Caller;
import org.turnstile.testkit.dicom.AcceptBytes;
import org.turnstile.testkit.dicom.AssociateRqBytes;
import org.turnstile.testkit.dicom.Examples;
import org.turnstile.testkit.dicom.ScriptedPeer;
import org.turnstile.testkit.dicom.UserIdentityBytes;

/** What an accept says of the user, and what a rejection says of the fault. */
class ResponseCasesTest {

    /** Type 4, response asked for, "&lt;a/&gt;" as primary field, no secondary field. */
    private static final String SAML = "58 00 00 0A 04 01 00 04 3C 61 2F 3E 00 00";

    private static final String WRONG = passcode("alice", "wrong", true);

    @RegisterExtension
    private final RunningAdapter adapter =
            RunningAdapter.with(
                    home ->
                            home.listener("OPTIONAL", "userIdentity = OPTIONAL")
                                    .listener("NONE", "userIdentity = NONE")
                                    .listener("ECHO", "anonymousEcho = true")
                                    .listener("NEVER", "trustUsername = NEVER")
                                    .listener("SECURE", "trustUsername = SECURE_PEER")
                                    .listener("STORE", "requiredRoles = dicom-store")
                                    .listener("DOWN", "passcodeLogin = down")
                                    .listener("ONE", "maxAssociations = 1")
                                    .listener("PEER", "maxAssociationsPerPeer = 1")
                                    .listener("FRIEND", "callingAeTitles = FRIEND")
                                    .entry("down", GatedLoginModule.class, "down=true"));

    private ScriptedPeer to(String called, String... subItems) {
        return adapter.associate(with(subItems).called(called));
    }

    private static void assertNo59H(AcceptBytes accept) {
        assertThat(accept.subItems(0x59)).isEmpty();
    }

    private Map<String, Long> logins(String listener) {
        return adapter.management().listener(listener).getLogins();
    }

    @Test
    void case41_no58H_no59HWhateverTheServerIsReadyToAnswer() {
        assertNo59H(to("OPTIONAL").expectAccept());
    }

    @Test
    void case42_noResponseAskedFor_no59HForType1And2() {
        assertNo59H(to("REQUIRED", Examples.ALICE0).expectAccept());
        assertNo59H(to("REQUIRED", passcode("alice", "secret", false)).expectAccept());
    }

    @Test
    void case43_responseAskedForWithType1_zeroLengthOnce() {
        AcceptBytes accept = to("REQUIRED", Examples.ALICE1).expectAccept();

        assertThat(accept.subItems(0x59)).containsExactly(Examples.POS0);
        assertThat(accept.subItems(0x58)).isEmpty();
    }

    @Test
    void case44_responseAskedForWithType2_zeroLengthAndNothingEchoed() {
        ScriptedPeer peer = to("REQUIRED", Examples.ALICE_SECRET1);
        String accept = peer.readPdu().hex();

        assertThat(accept)
                .endsWith(Examples.POS0)
                .doesNotContain("61 6C 69 63 65")
                .doesNotContain("73 65 63 72 65 74");
    }

    @Test
    void case50_emptyPasscode_refused() {
        to("REQUIRED", Examples.ALICE_NO_PASSCODE1).expect(Examples.RJ121);
        to("OPTIONAL", Examples.ALICE_NO_PASSCODE1).expect(Examples.RJ121);
    }

    @Test
    void case53_authenticatedButNotForThisAeTitle_refused() {
        ScriptedPeer bob = to("STORE", passcode("bob", "builder", true));
        ScriptedPeer alice = to("STORE", Examples.ALICE_SECRET1);

        bob.expect(Examples.RJ121);
        assertThat(alice.expectAccept().subItems(0x59)).containsExactly(Examples.POS0);
        assertThat(adapter.associations().rejected())
                .singleElement()
                .satisfies(
                        attempt -> {
                            assertThat(attempt.claimedName()).isEqualTo("bob");
                            assertThat(attempt.cause()).contains("requiredRoles");
                        });
    }

    @Test
    void case55_directoryDown_transientAndNobodyIsRefused() {
        to("DOWN", Examples.ALICE_SECRET1).expect(Examples.RJ231);

        assertThat(adapter.associations().names()).containsExactly("rejected 2/3/1");
        assertThat(adapter.associations().rejected().get(0).cause()).contains("directory: down");
        assertThat(logins("DOWN")).isEqualTo(Map.of("PASSCODE unavailable", 1L));
    }

    @Test
    void case56_wrongCallingAeTitleAndBadPasscode_noCredentialIsLookedAt() {
        adapter.associate(with(WRONG).called("FRIEND").calling("STRANGER"))
                .expect("03 00 00 00 00 04 00 01 01 03");

        assertThat(logins("FRIEND")).isEmpty();
        assertNo59H(
                adapter.associate(with(Examples.ALICE0).called("FRIEND").calling("FRIEND"))
                        .expectAccept());
    }

    @Test
    void case57_associationLimit_transientAndNoLoginIsRecorded() {
        to("ONE", Examples.ALICE_SECRET1).expectAccept();
        to("ONE", Examples.ALICE_SECRET1).expect(Examples.RJ232);

        assertThat(logins("ONE")).isEqualTo(Map.of("PASSCODE granted", 1L));
        assertThat(adapter.associations().names()).containsExactly("opened", "rejected 2/3/2");
    }

    @Test
    void case57_associationLimitOfOnePeer_seatIsGivenBack() {
        ScriptedPeer first = to("PEER", Examples.ALICE1);
        first.expectAccept();
        to("PEER", Examples.ALICE1).expect(Examples.RJ232);

        first.send(Examples.RELEASE_RQ).expect(Examples.RELEASE_RP);
        await().until(() -> adapter.management().listener("PEER").getOpenAssociations() == 0);
        to("PEER", Examples.ALICE1).expectAccept();
    }

    @Test
    void case58_typeWithoutLoginEntry_anonymousOrRefused() {
        ScriptedPeer peer = to("OPTIONAL", SAML);
        assertNo59H(peer.expectAccept());
        assertThat(adapter.caller(peer)).isEqualTo(Caller.ANONYMOUS);

        to("REQUIRED", SAML).expect(Examples.RJ121);
    }

    @Test
    void case63_responseItemInARequest_ignored() {
        ScriptedPeer peer = to("REQUIRED", Examples.ALICE1, Examples.POS0);

        assertThat(peer.expectAccept().subItems(0x59)).containsExactly(Examples.POS0);
        assertThat(adapter.caller(peer).name()).isEqualTo("alice");
    }

    @Test
    void bareNameThatIsNotTrusted_refused() {
        to("NEVER", Examples.ALICE1).expect(Examples.RJ121);
        to("SECURE", Examples.ALICE1).expect(Examples.RJ121);
    }

    @Test
    void identityNone_notLookedAtButItsFaultsAbort() {
        ScriptedPeer peer = to("NONE", Examples.ALICE_SECRET1);
        assertNo59H(peer.expectAccept());
        assertThat(adapter.caller(peer)).isEqualTo(Caller.ANONYMOUS);
        assertThat(logins("NONE")).isEqualTo(Map.of("PASSCODE ignored", 1L));

        to("NONE", Examples.SECONDARY_LENGTH_MISSING).expect(Examples.ABORT26);
    }

    @Test
    void anonymousEcho_verificationOnly() {
        String ct = "1.2.840.10008.5.1.4.1.1.2";
        String implicit = "1.2.840.10008.1.2";
        AssociateRqBytes both =
                AssociateRqBytes.verification()
                        .called("ECHO")
                        .context(1, "1.2.840.10008.1.1", implicit)
                        .context(3, ct, implicit);

        ScriptedPeer peer = adapter.associate(both);

        assertThat(peer.expectAccept().contextResults().get(1)).isZero();
        assertThat(adapter.caller(peer)).isEqualTo(Caller.ANONYMOUS);
        AcceptBytes again = adapter.associate(both).expectAccept();
        assertThat(again.contextResults().get(3)).isNotZero();
        adapter.associate(AssociateRqBytes.verification().called("ECHO").context(1, ct, implicit))
                .expect(Examples.RJ121);
    }

    @Test
    void kerberosWithoutLoginEntry_refusedUnderRequired() {
        to("REQUIRED", UserIdentityBytes.of(3, 1, new byte[] {0x6E}, new byte[0]))
                .expect(Examples.RJ121);
    }
}
