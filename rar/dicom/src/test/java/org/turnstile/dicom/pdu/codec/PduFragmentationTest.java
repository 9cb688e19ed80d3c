/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.pdu.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnstile.dicom.pdu.codec.Bytes.hex;
import static org.turnstile.dicom.pdu.codec.Bytes.join;

import io.netty.util.ReferenceCountUtil;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.turnstile.dicom.pdu.AAbort;
import org.turnstile.dicom.pdu.AAssociateRj;
import org.turnstile.dicom.pdu.AReleaseRp;
import org.turnstile.dicom.pdu.AReleaseRq;
import org.turnstile.dicom.pdu.PDataTf;
import org.turnstile.dicom.pdu.Pdu;

/** The network cuts where it likes. */
class PduFragmentationTest {

    private static final byte[] ALICE1 = hex("58 00 000B 01 01 0005 616C696365 0000");
    private static final byte[] DATA = hex("04 00 0000000F 00000003 01 03 41 00000004 01 02 4243");

    static Stream<byte[]> pdus() {
        return Stream.of(
                AssociateBytes.rq(ALICE1),
                AssociateBytes.ac(hex("59 00 0002 0000")),
                Wire.encode(AAssociateRj.CALLED_AE),
                DATA,
                Wire.encode(new AReleaseRq()),
                Wire.encode(new AReleaseRp()),
                Wire.encode(AAbort.USER));
    }

    /** All of them on one connection. */
    private static byte[] stream() {
        return join(pdus().toArray(byte[][]::new));
    }

    /** What is emitted, as values that can be compared. */
    private static List<Object> describe(List<Object> emitted) {
        List<Object> values = new ArrayList<>();
        for (Object pdu : emitted) {
            values.add(PduValues.of((Pdu) pdu));
            ReferenceCountUtil.release(pdu);
        }
        return values;
    }

    private static List<Object> whole(byte[] bytes) {
        try (Wire wire = new Wire()) {
            return describe(wire.receive(bytes));
        }
    }

    @ParameterizedTest
    @MethodSource("pdus")
    void cutAtEveryByte(byte[] pdu) {
        List<Object> expected = whole(pdu);
        assertThat(expected).hasSize(1);
        for (int cut = 1; cut < pdu.length; cut++) {
            try (Wire wire = new Wire()) {
                assertThat(wire.receive(Arrays.copyOf(pdu, cut))).isEmpty();
                List<Object> emitted =
                        describe(wire.receive(Arrays.copyOfRange(pdu, cut, pdu.length)));
                assertThat(emitted).as("cut at %d", cut).isEqualTo(expected);
            }
        }
    }

    @Test
    void byteAfterByte() {
        List<Object> emitted = new ArrayList<>();
        try (Wire wire = new Wire()) {
            for (byte b : stream()) {
                emitted.addAll(describe(wire.receive(new byte[] {b})));
            }
        }
        assertThat(emitted).hasSize(7).isEqualTo(whole(stream()));
    }

    @Test
    void severalInOnePiece() {
        List<Object> expected = pdus().flatMap(pdu -> whole(pdu).stream()).toList();
        assertThat(whole(stream())).isEqualTo(expected);
    }

    @Test
    void piecesOfEverySize() {
        byte[] stream = stream();
        List<Object> expected = whole(stream);
        for (int size = 2; size < 64; size++) {
            List<Object> emitted = new ArrayList<>();
            try (Wire wire = new Wire()) {
                for (int at = 0; at < stream.length; at += size) {
                    int end = Math.min(at + size, stream.length);
                    emitted.addAll(describe(wire.receive(Arrays.copyOfRange(stream, at, end))));
                }
            }
            assertThat(emitted).as("pieces of %d", size).isEqualTo(expected);
        }
    }

    @Test
    void valuesThatAreKeptStayAsTheyAreWhileMoreComes() {
        try (Wire wire = new Wire()) {
            byte[] half = Arrays.copyOf(DATA, 8);
            List<Object> first = wire.receive(join(AssociateBytes.rq(ALICE1), DATA, half));
            List<Object> second = wire.receive(Arrays.copyOfRange(DATA, 8, DATA.length));
            assertThat(PduValues.of((Pdu) first.get(1))).isEqualTo(whole(DATA).get(0));
            assertThat(PduValues.of((Pdu) second.get(0))).isEqualTo(whole(DATA).get(0));
            ((PDataTf) first.get(1)).release();
            ((PDataTf) second.get(0)).release();
        }
    }
}
