/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.turnstile.testkit.dicom.AssociateRqBytes.with;
import static org.turnstile.testkit.dicom.UserIdentityBytes.passcode;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.turnstile.testkit.dicom.Examples;
import org.turnstile.testkit.dicom.ScriptedPeer;

/** Wrong passcodes: what the peer learns, and how long it takes. */
class PasscodeCasesTest {

    private static final Duration CLOSED = Duration.ofSeconds(10);
    private static final String WRONG = passcode("alice", "wrong", true);

    @RegisterExtension
    private final RunningAdapter adapter =
            RunningAdapter.with(
                    home ->
                            home.listener("A")
                                    .listener("GUARDED", "cleartextPasscode = false")
                                    .listener(
                                            "ONETIME",
                                            "cleartextPasscode = false",
                                            "passcodeLogin = onetime")
                                    .everyListener("artim = 1s")
                                    .entry("onetime", GatedLoginModule.class, "oneTime=true"));

    private ScriptedPeer to(String called, String subItem) {
        return adapter.associate(with(subItem).called(called));
    }

    @Test
    void case48_54_wrongPasscode_refusedThenClosedAndRefusedAgain() {
        long begin = System.nanoTime();
        ScriptedPeer first = to("A", WRONG);
        ScriptedPeer again = to("A", WRONG);

        first.expect(Examples.RJ121).expectClosed(CLOSED);
        again.expect(Examples.RJ121);

        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .as("the second failure is held back for 2 s")
                .isGreaterThanOrEqualTo(Duration.ofSeconds(2));
        assertThat(adapter.associations().names())
                .containsExactly("rejected 1/2/1", "rejected 1/2/1");
        await().until(
                        () ->
                                adapter.management()
                                        .listener("A")
                                        .getRejected()
                                        .equals(Map.of("1/2/1", 2L)));
    }

    @Test
    void case49_unknownUser_sameAnswerAsAWrongPasscode() {
        to("A", passcode("mallory", "wrong", true)).expect(Examples.RJ121).expectClosed(CLOSED);
    }

    @Test
    void case98_tenWrongPasscodes_lockedWithOneAlert() {
        List<ScriptedPeer> wrong = Stream.generate(() -> to("A", WRONG)).limit(10).toList();
        await().atMost(CLOSED).until(() -> adapter.log().entries(1014).size() == 1);
        ScriptedPeer good = to("A", Examples.ALICE_SECRET1);
        ScriptedPeer other = to("A", passcode("bob", "builder", true));

        // permanent, though it is locked for a time only; and who is not locked comes in at once
        assertThat(other.expectAccept().subItems(0x59)).containsExactly(Examples.POS0);
        good.expect(Examples.RJ121);
        wrong.forEach(peer -> peer.expect(Examples.RJ121));
        assertThat(adapter.log().entries(1014)).singleElement().asString().contains("alice");
        assertThat(adapter.associations().rejected())
                .filteredOn(attempt -> attempt.cause().contains("locked out"))
                .hasSize(1);
    }

    @Test
    void case99_passcodeOnAPlainLine_refusedUnlessOneTime() {
        to("GUARDED", Examples.ALICE_SECRET1).expect(Examples.RJ121);

        assertThat(to("ONETIME", Examples.ALICE_SECRET1).expectAccept().subItems(0x59))
                .containsExactly(Examples.POS0);
        assertThat(adapter.associations().rejected())
                .singleElement()
                .satisfies(a -> assertThat(a.cause()).contains("cleartextPasscode"));
    }
}
