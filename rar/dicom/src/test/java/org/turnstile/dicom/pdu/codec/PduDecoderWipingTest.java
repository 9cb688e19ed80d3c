/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.pdu.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnstile.dicom.pdu.codec.Bytes.hex;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnstile.dicom.pdu.AAssociateRq;
import org.turnstile.dicom.pdu.PDataTf;

/** A passcode does not stay in the buffers that it came in. */
class PduDecoderWipingTest {

    /** Item, reserved, length, type 2, response requested, "alice", "secret". */
    private static final byte[] ALICE_SECRET =
            hex("58 00 0011 02 01 0005 616C696365 0006 736563726574");

    private static void assertNoSecret(ByteBuf buffer) {
        byte[] all = new byte[buffer.capacity()];
        buffer.getBytes(0, all);
        assertThat(new String(all, StandardCharsets.ISO_8859_1)).doesNotContain("secret", "alice");
        buffer.release();
    }

    private static ByteBuf kept(Wire wire, byte[] bytes) {
        return wire.buffer(bytes).retain();
    }

    @Test
    void inOnePiece() {
        try (Wire wire = new Wire()) {
            ByteBuf buffer = kept(wire, AssociateBytes.rq(ALICE_SECRET));
            AAssociateRq rq = (AAssociateRq) wire.receive(buffer).get(0);
            assertThat(rq.userInformation().userIdentityRq().orElseThrow().secondary())
                    .isEqualTo(Bytes.ascii("secret"));
            assertNoSecret(buffer);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 10, 12, 50})
    void inPieces(int lastPieces) {
        byte[] rq = AssociateBytes.rq(ALICE_SECRET);
        List<ByteBuf> buffers = new ArrayList<>();
        try (Wire wire = new Wire()) {
            int cut = rq.length - lastPieces;
            buffers.add(kept(wire, Arrays.copyOf(rq, cut)));
            for (int i = cut; i < rq.length; i++) {
                buffers.add(kept(wire, new byte[] {rq[i]}));
            }
            List<Object> emitted = new ArrayList<>();
            buffers.forEach(buffer -> emitted.addAll(wire.receive(buffer)));
            assertThat(emitted).hasSize(1);
            buffers.subList(1, buffers.size())
                    .forEach(buffer -> assertThat(buffer.getByte(0)).isZero());
            buffers.subList(1, buffers.size()).forEach(ByteBuf::release);
            assertNoSecret(buffers.get(0));
        }
    }

    @Test
    void ofAMalformedRequest() {
        try (Wire wire = new Wire()) {
            ByteBuf buffer = kept(wire, AssociateBytes.rq(ALICE_SECRET, ALICE_SECRET));
            assertThat(wire.receive(buffer)).hasExactlyElementsOfTypes(MalformedPdu.class);
            assertNoSecret(buffer);
        }
    }

    @Test
    void ofARequestThatIsTooLong() {
        try (Wire wire = new Wire()) {
            byte[] rq = Bytes.pduOfLength(0x01, 0xFFFFFFFFL, AssociateBytes.rq(ALICE_SECRET));
            ByteBuf buffer = kept(wire, rq);
            assertThat(wire.receive(buffer)).hasExactlyElementsOfTypes(MalformedPdu.class);
            assertNoSecret(buffer);
            ByteBuf more = kept(wire, ALICE_SECRET);
            assertThat(wire.receive(more)).isEmpty();
            assertNoSecret(more);
        }
    }

    @Test
    void ofAnIdentityThatIsNotTaken() {
        byte[] outside = AssociateBytes.rqWithItems(ALICE_SECRET, Bytes.item(0x50, new byte[0]));
        byte[] second =
                AssociateBytes.rqWithItems(
                        Bytes.item(0x50, new byte[0]), Bytes.item(0x50, ALICE_SECRET));
        for (byte[] rq : List.of(outside, second)) {
            try (Wire wire = new Wire()) {
                ByteBuf buffer = kept(wire, rq);
                assertThat(wire.receive(buffer)).hasSize(1);
                assertNoSecret(buffer);
            }
        }
    }

    @Test
    void ofARequestThatIsCutByTheEndOfTheConnection() {
        byte[] rq = AssociateBytes.rq(ALICE_SECRET);
        try (Wire wire = new Wire()) {
            ByteBuf buffer = kept(wire, Arrays.copyOf(rq, rq.length - 1));
            assertThat(wire.receive(buffer)).isEmpty();
            wire.disconnect();
            assertNoSecret(buffer);
        }
    }

    @Test
    void aBufferThatCannotBeWrittenToIsLeftAlone() {
        byte[] rq = AssociateBytes.rq(ALICE_SECRET);
        try (Wire wire = new Wire()) {
            ByteBuf readOnly = Unpooled.wrappedBuffer(rq.clone()).asReadOnly();
            assertThat(wire.receive(readOnly)).hasExactlyElementsOfTypes(AAssociateRq.class);
        }
        try (Wire wire = new Wire()) {
            ByteBuf first = Unpooled.wrappedBuffer(Arrays.copyOf(rq, 100)).asReadOnly();
            assertThat(wire.receive(first)).isEmpty();
            assertThat(wire.receive(Arrays.copyOfRange(rq, 100, rq.length)))
                    .hasExactlyElementsOfTypes(AAssociateRq.class);
        }
    }

    @Test
    void dataThatFollowsIsNotTouched() {
        byte[] data = hex("04 00 00000007 00000003 01 03 41");
        try (Wire wire = new Wire()) {
            List<Object> emitted = wire.receive(Bytes.join(AssociateBytes.rq(ALICE_SECRET), data));
            PDataTf values = (PDataTf) emitted.get(1);
            assertThat(values.values().get(0).data().getByte(0)).isEqualTo((byte) 'A');
            values.release();
        }
    }
}
