/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.turnstile.testkit.dicom.AssociateRqBytes.with;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnstile.api.RejectedAssociation;
import org.turnstile.testkit.container.Caller;
import org.turnstile.testkit.dicom.Examples;
import org.turnstile.testkit.dicom.Hex;
import org.turnstile.testkit.dicom.ScriptedPeer;
import org.turnstile.testkit.dicom.UserIdentityBytes;

/** User identities that break a rule, and names that no user has. */
class RefusedNamesCasesTest {

    @RegisterExtension
    private final RunningAdapter adapter =
            RunningAdapter.with(
                    home ->
                            home.listener("OPTIONAL", "userIdentity = OPTIONAL")
                                    .listener("STRICT", "parsing = STRICT")
                                    .listener("BASIC", "passcodePolicy = BASIC")
                                    .listener("ASKED", "usernameLogin = asked")
                                    .entry("asked", GatedLoginModule.class, "")
                                    .entry("turnstile-jwt", GatedLoginModule.class, ""));

    private ScriptedPeer to(String called, String... subItems) {
        return adapter.associate(with(subItems).called(called));
    }

    private Caller callerOf(String called, String subItem, String... responses) {
        ScriptedPeer peer = to(called, subItem);
        assertThat(peer.expectAccept().subItems(0x59)).containsExactly(responses);
        return adapter.caller(peer);
    }

    private RejectedAssociation onlyRejected() {
        await().until(() -> adapter.associations().rejected().size() == 1);
        return adapter.associations().rejected().get(0);
    }

    private static String username(String hex) {
        return UserIdentityBytes.of(1, 1, Hex.bytes(hex), new byte[0]);
    }

    @Test
    void case20_usernameWithSecondaryField_ignoredAndNeverLogged() {
        // type 1, response asked for, "alice", and 6 bytes where none belong
        String both = "58 00 00 11 01 01 00 05 61 6C 69 63 65 00 06 73 65 63 72 65 74";

        assertThat(callerOf("LENIENT", both, Examples.POS0).name()).isEqualTo("alice");
        to("STRICT", both).expect(Examples.ABORT26);

        await().until(() -> !adapter.log().entries(1018).isEmpty());
        assertThat(adapter.log().entries(1018))
                .singleElement()
                .asString()
                .startsWith("WARN")
                .contains("SECONDARY_FIELD_WITHOUT_PASSCODE");
        assertThat(adapter.log().entries()).noneMatch(entry -> entry.contains("secret"));
    }

    @Test
    void case21_tokenWithSecondaryField_asWithAUsername() {
        String token = UserIdentityBytes.of(5, 1, new byte[] {'t'}, new byte[] {'x'});

        assertThat(callerOf("LENIENT", token, Examples.POS0).name())
                .isEqualTo(GatedLoginModule.CALLER);
        to("STRICT", token).expect(Examples.ABORT26);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x02, 0xFF})
    void case22_otherValueOfResponseRequested_countsAsAskedFor(int requested) {
        String alice = UserIdentityBytes.of(1, requested, Hex.bytes("61 6C 69 63 65"), new byte[0]);

        assertThat(callerOf("LENIENT", alice, Examples.POS0).name()).isEqualTo("alice");
        to("STRICT", alice).expect(Examples.ABORT26);
        await().until(
                        () ->
                                adapter.log().entries(1019).stream()
                                        .anyMatch(e -> e.contains("POSITIVE_RESPONSE")));
    }

    @ParameterizedTest
    @ValueSource(ints = {0x00, 0x06, 0xFF})
    void case23_24_reservedType_ignoredOrRefusedAndLoggedAsNumber(int type) {
        String reserved = UserIdentityBytes.of(type, 1, Hex.bytes("61 6C 69 63 65"), new byte[0]);

        assertThat(callerOf("OPTIONAL", reserved)).isEqualTo(Caller.ANONYMOUS);
        await().until(
                        () ->
                                adapter.log().entries(1017).stream()
                                        .anyMatch(e -> e.contains("type " + type + " ")));
        to("REQUIRED", reserved).expect(Examples.RJ121);
        assertThat(onlyRejected().identityType()).isEqualTo(type);
        assertThat(adapter.log().entries(1011))
                .singleElement()
                .asString()
                .contains("type " + type + " is reserved");
    }

    @Test
    void case25_nameOfNoCharacters_nobody() {
        assertThat(callerOf("OPTIONAL", Examples.NOBODY1)).isEqualTo(Caller.ANONYMOUS);
        to("REQUIRED", Examples.NOBODY1).expect(Examples.RJ121);
    }

    @ParameterizedTest
    @ValueSource(strings = {"C3 28", "C0 80"})
    void case26_27_notUtf8_refusedWithoutReplacementCharacter(String hex) {
        to("REQUIRED", username(hex)).expect(Examples.RJ121);
        to("OPTIONAL", username(hex)).expect(Examples.RJ121);

        await().until(() -> adapter.associations().rejected().size() == 2);
        assertThat(adapter.associations().rejected())
                .allMatch(attempt -> attempt.claimedName().isEmpty());
        assertThat(adapter.log().entries()).noneMatch(entry -> entry.contains("\uFFFD"));
    }

    @Test
    void case28_embeddedNul_refusedAndNotCutThere() {
        to("REQUIRED", username("61 00 62")).expect(Examples.RJ121);
        assertThat(onlyRejected().claimedName()).isEqualTo("a\0b");

        to("OPTIONAL", username("61 00 62")).expect(Examples.RJ121);
        await().until(() -> adapter.log().entries(1011).size() == 2);
        assertThat(adapter.log().entries(1011)).noneMatch(entry -> entry.contains("\0"));
    }

    @Test
    void case29_lineBreaksInTheName_refusedAndTheLogIsNotSplit() {
        String name = "a\r\nWARN forged";
        to("OPTIONAL", UserIdentityBytes.username(name, true)).expect(Examples.RJ121);

        assertThat(onlyRejected().claimedName()).isEqualTo(name);
        assertThat(adapter.log().entries(1011))
                .singleElement()
                .asString()
                .contains("forged")
                .doesNotContain("\r", "\n");
    }

    @Test
    void case29_markupInTheName_intact() {
        String name = "<script>&\"";

        assertThat(callerOf("R", UserIdentityBytes.username(name, true), Examples.POS0).name())
                .isEqualTo(name);
    }

    @Test
    void case30_basicProfileTakesAnyPasscode_unverifiedAndWithoutRoles() {
        String wrong = UserIdentityBytes.passcode("alice", "wrong", true);

        assertThat(callerOf("BASIC", wrong, Examples.POS0))
                .isEqualTo(new Caller("alice", Set.of()));
        assertThat(adapter.associations().opened().get(0).identity().verified()).isFalse();
        assertThat(adapter.log().entries(1010))
                .singleElement()
                .asString()
                .contains("alice (unverified)");
    }

    @Test
    void case31_overlongName_refusedAndTheDirectoryIsNotAsked() {
        byte[] name = "a".repeat(65000).getBytes(StandardCharsets.US_ASCII);

        to("ASKED", UserIdentityBytes.of(1, 1, name, new byte[0])).expect(Examples.RJ121);

        assertThat(onlyRejected().cause()).contains("65000", "maxUserName 256");
        assertThat(adapter.home().lines(GatedLoginModule.TRACE)).isEmpty();
    }

    @Test
    void case31_nameOfTheLargestLength_taken() {
        String name = "a".repeat(256);

        assertThat(callerOf("R", UserIdentityBytes.username(name, true), Examples.POS0).name())
                .isEqualTo(name);
    }

    @Test
    void case32_blanksRoundTheName_comparedExactlyAndAuditedRaw() {
        String blanks = UserIdentityBytes.username(" alice ", true);

        // alice has roles, " alice " has none
        assertThat(callerOf("R", blanks, Examples.POS0)).isEqualTo(new Caller(" alice ", Set.of()));
        assertThat(adapter.associations().opened().get(0).identity().name()).isEqualTo(" alice ");
        assertThat(adapter.log().entries(1010).get(0)).contains("as  alice  (unverified)");
    }
}
