/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.turnstile.testkit.dicom.AssociateRqBytes.with;
import static org.turnstile.testkit.dicom.UserInformationBytes.implementationClass;
import static org.turnstile.testkit.dicom.UserInformationBytes.maximumLength;
import static org.turnstile.testkit.dicom.UserInformationBytes.versionName;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.turnstile.testkit.container.Caller;
import org.turnstile.testkit.dicom.AcceptBytes;
import org.turnstile.testkit.dicom.AssociateRqBytes;
import org.turnstile.testkit.dicom.Examples;
import org.turnstile.testkit.dicom.Hex;
import org.turnstile.testkit.dicom.ScriptedPeer;
import org.turnstile.testkit.dicom.Uids;
import org.turnstile.testkit.dicom.UserIdentityBytes;

/** User identities of the right form: who comes in as whom, and with which answer. */
class StructureCasesTest {

    private static final String CLASS = implementationClass(Uids.IMPLEMENTATION_CLASS);

    @RegisterExtension
    private final RunningAdapter adapter =
            RunningAdapter.with(
                    home ->
                            home.listener("OPTIONAL", "userIdentity = OPTIONAL")
                                    .listener("STRICT", "parsing = STRICT")
                                    .entry(
                                            "turnstile-jwt",
                                            GatedLoginModule.class,
                                            "length=\"65474\""));

    private ScriptedPeer accepted(AssociateRqBytes rq, String... responses) {
        ScriptedPeer peer = adapter.associate(rq);
        assertThat(peer.expectAccept().subItems(0x59)).containsExactly(responses);
        return peer;
    }

    private void assertAlice(ScriptedPeer peer) {
        assertThat(adapter.caller(peer))
                .isEqualTo(new Caller("alice", Set.of("dicom-echo", "dicom-store")));
    }

    @Test
    void case01_noResponseAskedFor_acceptWithout59H() {
        assertAlice(accepted(with(Examples.ALICE0)));
    }

    @Test
    void case02_no58H_anonymousWhereIdentityIsOptional() {
        ScriptedPeer peer = accepted(AssociateRqBytes.verification().called("OPTIONAL"));

        assertThat(adapter.caller(peer)).isEqualTo(Caller.ANONYMOUS);
        assertThat(adapter.echo().last().request().association().identity().isAnonymous()).isTrue();
    }

    @Test
    void case02_no58H_refusedWhereIdentityIsRequired() {
        adapter.associate(AssociateRqBytes.verification()).expect(Examples.RJ121);
    }

    @Test
    void case03_responseAskedFor_exactlyOneOfZeroLength() {
        assertAlice(accepted(with(Examples.ALICE1), Examples.POS0));
    }

    @Test
    void case04_umlautInTheName_intactInEventAndLog() {
        ScriptedPeer peer = accepted(with(Examples.MUELLER1), Examples.POS0);

        assertThat(adapter.caller(peer).name()).isEqualTo("M\u00FCller");
        assertThat(adapter.associations().opened().get(0).identity().name())
                .isEqualTo("M\u00FCller");
        assertThat(adapter.log().entries(1010))
                .singleElement()
                .asString()
                .contains("as M\u00FCller");
    }

    @Test
    void case05_nameInThreeByteCharacters_intact() {
        // type 1, response asked for, 6 bytes of UTF-8, no secondary field
        ScriptedPeer peer =
                accepted(with("58 00 00 0C 01 01 00 06 E5 B1 B1 E7 94 B0 00 00"), Examples.POS0);

        assertThat(adapter.caller(peer).name()).isEqualTo("\u5C71\u7530");
    }

    @Test
    void case06_nameInFourByteCharacters_intact() {
        // type 1, response asked for, 4 bytes of UTF-8, no secondary field
        ScriptedPeer peer =
                accepted(with("58 00 00 0A 01 01 00 04 F0 9F 98 80 00 00"), Examples.POS0);

        assertThat(adapter.caller(peer).name()).isEqualTo("\uD83D\uDE00");
    }

    @Test
    void case07_goodPasscode_acceptWithResponse() {
        ScriptedPeer peer = accepted(with(Examples.ALICE_SECRET1), Examples.POS0);

        assertAlice(peer);
        assertThat(adapter.echo().last().request().association().identity().verified()).isTrue();
    }

    @Test
    void case08_goodPasscodeAndNoResponseAskedFor_acceptWithout59H() {
        assertAlice(accepted(with(UserIdentityBytes.passcode("alice", "secret", false))));
    }

    @Test
    void case09_reservedByteIsNotTested() {
        String reserved = Examples.ALICE1.replaceFirst("58 00", "58 FF");
        assertAlice(accepted(with(reserved), Examples.POS0));
    }

    @Test
    void case10_unknownSubItemBefore_ignored() {
        assertAlice(accepted(with("5A 00 00 02 AB CD", Examples.ALICE1), Examples.POS0));
    }

    @Test
    void case11_unknownSubItemAfter_ignored() {
        assertAlice(accepted(with(Examples.ALICE1, "FF 00 00 00"), Examples.POS0));
    }

    @Test
    void case12_identityBeforeMaximumLength_anyOrder() {
        assertAlice(
                accepted(
                        with().onlySubItems(Examples.ALICE1, maximumLength(16384), CLASS),
                        Examples.POS0));
    }

    @Test
    void case13_descendingOrder_anyOrder() {
        String[] descending = {
            Examples.ALICE1, versionName("PEER 1.0"), CLASS, maximumLength(16384)
        };
        assertAlice(accepted(with().onlySubItems(descending), Examples.POS0));
    }

    @Test
    void case14_replyAscendsAndItsLengthsAddUp() {
        ScriptedPeer peer = adapter.associate(Examples.ALICE1);

        // AcceptBytes fails where lengths do not add up or sub-items do not ascend
        AcceptBytes accept = peer.expectAccept();
        assertThat(accept.subItems()).extracting(AcceptBytes.SubItem::type).endsWith(0x59);
        peer.send(Examples.RELEASE_RQ).expect(Examples.RELEASE_RP);
    }

    @Test
    void case15_identityOutsideOfUserInformation_unknownItem() {
        AssociateRqBytes rq = AssociateRqBytes.verification().itemAfter(Examples.ALICE1);

        ScriptedPeer peer = accepted(rq.called("OPTIONAL"));
        assertThat(adapter.caller(peer)).isEqualTo(Caller.ANONYMOUS);
        adapter.associate(rq.called("REQUIRED")).expect(Examples.RJ121);
        adapter.associate(rq.called("STRICT")).expect(Examples.ABORT26);
    }

    @Test
    void case16_identityInSecondUserInformation_nobodyIsAuthenticated() {
        AssociateRqBytes rq =
                AssociateRqBytes.verification().itemAfter("50 00 00 0F " + Examples.ALICE1);

        ScriptedPeer peer = accepted(rq.called("OPTIONAL"));
        assertThat(adapter.caller(peer)).isEqualTo(Caller.ANONYMOUS);
        adapter.associate(rq.called("REQUIRED")).expect(Examples.RJ121);
        adapter.associate(rq.called("STRICT")).expect(Examples.ABORT26);
    }

    @Test
    void case17_longestPrimaryField_notTruncated() {
        byte[] primary = "p".repeat(65474).getBytes(StandardCharsets.US_ASCII);
        AssociateRqBytes rq =
                with(
                        versionName("THIRTEEN CHAR"),
                        UserIdentityBytes.of(5, 1, primary, new byte[0]));
        // the module refuses any other length and any other byte
        assertThat(rq.toBytes()).containsSequence(Hex.bytes("50 00 FF FF"));

        ScriptedPeer peer = accepted(rq, Examples.POS0);

        assertThat(adapter.caller(peer).name()).isEqualTo(GatedLoginModule.CALLER);
    }

    @Test
    void case18_twoEqualIdentities_abort() {
        adapter.associate(Examples.ALICE1, Examples.ALICE1).expect(Examples.ABORT26);
    }

    @Test
    void case19_twoIdentities_abortAndBobIsNotHeardOf() {
        adapter.associate(Examples.ALICE1, UserIdentityBytes.passcode("bob", "builder", true))
                .expect(Examples.ABORT26);

        await().until(() -> !adapter.log().entries(1013).isEmpty());
        assertThat(adapter.log().entries()).noneMatch(entry -> entry.contains("bob"));
        assertThat(adapter.associations().names()).isEmpty();
        assertThat(adapter.management().listener(Home.DEFAULT).getLogins()).isEmpty();
    }
}
