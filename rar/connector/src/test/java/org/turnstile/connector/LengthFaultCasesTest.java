/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnstile.testkit.dicom.AssociateRqBytes.with;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.turnstile.testkit.dicom.Examples;
import org.turnstile.testkit.dicom.ScriptedPeer;

/** Lengths that do not fit. Nobody is let in, and the connection ends within ARTIM. */
class LengthFaultCasesTest {

    private static final Duration ARTIM = Duration.ofMillis(700);
    private static final Duration CLOSED = Duration.ofSeconds(10);

    @RegisterExtension
    private final RunningAdapter adapter =
            RunningAdapter.with(
                    home ->
                            home.listener(Home.DEFAULT, "userIdentity = OPTIONAL")
                                    .everyListener("artim = " + ARTIM.toMillis() + "ms"));

    private void assertAborted(String identity) {
        adapter.associate(identity).expect(Examples.ABORT26).expectClosed(CLOSED);
        assertThat(adapter.associations().names()).isEmpty();
        assertThat(adapter.management().listener(Home.DEFAULT).getMalformed()).isEqualTo(1);
    }

    @Test
    void case33_itemLengthPointsPastTheEndOfUserInformation() {
        // item length 000C, and 11 bytes follow
        assertAborted("58 00 00 0C 01 01 00 05 61 6C 69 63 65 00 00");
    }

    @Test
    void case34_itemLengthBelowItsFixedPart() {
        assertAborted("58 00 00 05 01 01 00 05 61 6C 69 63 65 00 00");
    }

    @Test
    void case35_primaryLengthEatsTheSecondaryLength() {
        assertAborted("58 00 00 0B 01 01 00 06 61 6C 69 63 65 00 00");
    }

    @Test
    void case36_primaryLengthOfFFFF() {
        assertAborted("58 00 00 0B 01 01 FF FF 61 6C 69 63 65 00 00");
    }

    @Test
    void case37_secondaryLengthWithoutItsByte() {
        assertAborted("58 00 00 0B 01 01 00 05 61 6C 69 63 65 00 01");
    }

    @Test
    void case38_trailingBytesInTheItem() {
        assertAborted("58 00 00 0D 01 01 00 05 61 6C 69 63 65 00 00 00 00");
    }

    @Test
    void case39_secondaryLengthMissing() {
        assertAborted(Examples.SECONDARY_LENGTH_MISSING);
    }

    @Test
    void case40a_userInformationShorterThanTheIdentity() {
        // 51H is 8 bytes, 52H is 26, and of the 15 bytes of 58H only 10 are counted
        adapter.associate(with(Examples.ALICE1).userInformationLength(8 + 26 + 10))
                .expect(Examples.ABORT26)
                .expectClosed(CLOSED);
        assertThat(adapter.associations().names()).isEmpty();
    }

    @Test
    void case40b_pduShorterThanUserInformation() {
        byte[] whole = with(Examples.ALICE1).toBytes();
        long claimed = whole.length - 6L - 5;

        adapter.associate(with(Examples.ALICE1).pduLength(claimed))
                .expect(Examples.ABORT26)
                .expectClosed(CLOSED);
        assertThat(adapter.associations().names()).isEmpty();
    }

    @Test
    void case40c_pduLengthOfFFFFFFFF_abortWithoutWaitingForIt() {
        ScriptedPeer peer = adapter.associate(with(Examples.ALICE1).pduLength(0xFFFFFFFFL));

        assertThat(peer.readPdu().type()).isEqualTo(0x07);
        peer.expectClosed(CLOSED);
        assertThat(adapter.associations().names()).isEmpty();
    }

    @Test
    void case40d_cutInThePrimaryField_closed() {
        byte[] whole = with(Examples.ALICE1).toBytes();
        ScriptedPeer peer = adapter.connect().send(Arrays.copyOf(whole, whole.length - 4));

        peer.finishSending();

        peer.expectClosed(CLOSED);
        assertThat(adapter.associations().names()).isEmpty();
    }

    @Test
    void case40e_byteByByte_closedByArtim() {
        byte[] whole = with(Examples.ALICE1).toBytes();
        long begin = System.nanoTime();
        ScriptedPeer peer = adapter.connect();

        int sent = peer.dribble(whole, Duration.ofMillis(20));

        assertThat(sent).isLessThan(whole.length);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(ARTIM);
        peer.expectClosed(CLOSED);
        assertThat(adapter.associations().names()).isEmpty();
    }
}
