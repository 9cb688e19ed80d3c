/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.pdu.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.turnstile.dicom.pdu.codec.Bytes.ascii;
import static org.turnstile.dicom.pdu.codec.Bytes.hex;
import static org.turnstile.dicom.pdu.codec.Bytes.join;
import static org.turnstile.dicom.pdu.codec.Bytes.pdu;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.CompositeByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnstile.dicom.pdu.AAssociateAc;
import org.turnstile.dicom.pdu.AAssociateRq;
import org.turnstile.dicom.pdu.PDataTf;
import org.turnstile.dicom.pdu.PresentationDataValue;

/** P-DATA-TF: its values, and that their data is not copied. */
class PDataTfTest {

    private static final byte[] TWO_VALUES =
            hex(
                    "04 00 00000010", // P-DATA-TF, 16 bytes
                    "00000004 01 01 4142", // length, context 1, command, not last
                    "00000004 FF 02 4344"); // length, context 255, data set, last

    private static PDataTf receive(Wire wire, byte[] bytes) {
        return (PDataTf) wire.receive(bytes).get(0);
    }

    private static String text(PresentationDataValue value) {
        return value.data().toString(StandardCharsets.US_ASCII);
    }

    private static PresentationDataValue value(
            int context, boolean command, boolean last, String s) {
        return new PresentationDataValue(
                context, command, last, Unpooled.copiedBuffer(s, StandardCharsets.US_ASCII));
    }

    @Test
    void valuesAreRead() {
        try (Wire wire = new Wire()) {
            PDataTf data = receive(wire, TWO_VALUES);
            assertThat(data.values()).hasSize(2);
            PresentationDataValue first = data.values().get(0);
            assertThat(first.contextId()).isEqualTo(1);
            assertThat(first.command()).isTrue();
            assertThat(first.last()).isFalse();
            assertThat(text(first)).isEqualTo("AB");
            PresentationDataValue second = data.values().get(1);
            assertThat(second.contextId()).isEqualTo(255);
            assertThat(second.command()).isFalse();
            assertThat(second.last()).isTrue();
            assertThat(text(second)).isEqualTo("CD");
            data.release();
        }
    }

    @Test
    void valuesAreWritten() {
        PDataTf data =
                new PDataTf(List.of(value(1, true, false, "AB"), value(255, false, true, "CD")));
        assertThat(Wire.encode(data)).isEqualTo(TWO_VALUES);
    }

    @Test
    void dataIsNotCopiedWhenRead() {
        try (Wire wire = new Wire()) {
            ByteBuf bytes = wire.buffer(TWO_VALUES).retain();
            PDataTf data = (PDataTf) wire.receive(bytes).get(0);
            bytes.setByte(12, 'Z');
            assertThat(text(data.values().get(0))).isEqualTo("ZB");
            data.release();
            bytes.release();
        }
    }

    @Test
    void dataIsNotCopiedWhenWritten() {
        UnpooledByteBufAllocator alloc = new UnpooledByteBufAllocator(false);
        ByteBuf payload = alloc.buffer(5000).writeZero(5000);
        long before = alloc.metric().usedHeapMemory();
        PDataTf data = new PDataTf(List.of(new PresentationDataValue(1, false, true, payload)));
        CompositeByteBuf out = (CompositeByteBuf) PduEncoder.encode(data, alloc);
        assertThat(out.numComponents()).isEqualTo(2);
        assertThat(alloc.metric().usedHeapMemory() - before)
                .as("bytes of the header")
                .isEqualTo(12);
        payload.setByte(0, 7);
        assertThat(out.getByte(12)).isEqualTo((byte) 7);
        data.release();
        assertThat(payload.refCnt()).as("held by what is being written").isEqualTo(1);
        out.release();
        assertThat(payload.refCnt()).isZero();
        assertThat(alloc.metric().usedHeapMemory()).isZero();
    }

    @Test
    void theReaderIndexOfTheDataStaysWhereItIs() {
        PresentationDataValue value = value(1, false, true, "XAB");
        value.data().skipBytes(1);
        PDataTf data = new PDataTf(List.of(value));
        ByteBuf out = PduEncoder.encode(data, UnpooledByteBufAllocator.DEFAULT);
        assertThat(out.toString(12, 2, StandardCharsets.US_ASCII)).isEqualTo("AB");
        assertThat(value.data().readableBytes()).isEqualTo(2);
        out.release();
        data.release();
    }

    @Test
    void reservedBitsOfTheControlHeaderAreNotTested() {
        try (Wire wire = new Wire()) {
            PDataTf data = receive(wire, hex("04 00 00000007 00000003 01 FC 41"));
            assertThat(data.values().get(0).command()).isFalse();
            assertThat(data.values().get(0).last()).isFalse();
            data.release();
        }
    }

    @Test
    void touchingReachesTheData() {
        PDataTf data = new PDataTf(List.of(value(1, true, true, "A")));
        assertThat(data.touch("here")).isSameAs(data);
        assertThat(data.type()).isEqualTo(4);
        data.release();
        assertThat(data.values().get(0).data().refCnt()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "00000003 01 03,                            value length beyond the PDU",
        "00000001 01 03,                            no room for the control header",
        "00000000 01 03,                            nothing at all",
        "FFFFFFFF 01 03,                            a length that is not negative",
        "00000002 00 03,                            context ID 0",
        "00000002 02 03,                            even context ID",
        "00000003 01 03 41 00,                      trailing byte",
        "00000003 01 03 41 00000009 01 03 41,       the second beyond the PDU",
        "00000003 01 03 41 00000003 04 03 41,       the second with an even context ID"
    })
    void malformedValues(String values, String what) {
        assertThat(Wire.abort26(pdu(0x04, hex(values))).fault()).as(what).startsWith("P-DATA-TF: ");
    }

    @Test
    void noValueAtAllIsMalformed() {
        assertThat(Wire.abort26(pdu(0x04)).fault())
                .isEqualTo("length of PDU type 4: 0 is not 6 to 262144");
        Wire.abort26(pdu(0x04, new byte[5]));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, -1, 256, 257})
    void onlyOddContextIdsAreWritten(int id) {
        PDataTf data = new PDataTf(List.of(value(id, true, true, "A")));
        assertThatThrownBy(() -> PduEncoder.encode(data, UnpooledByteBufAllocator.DEFAULT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("presentation context ID: " + id);
        data.release();
    }

    @Test
    void valuesBeforeAndAfterAssociatePdus() {
        try (Wire wire = new Wire()) {
            List<Object> emitted =
                    wire.receive(
                            join(AssociateBytes.rq(), TWO_VALUES, AssociateBytes.ac(), TWO_VALUES));
            assertThat(emitted)
                    .hasExactlyElementsOfTypes(
                            AAssociateRq.class, PDataTf.class, AAssociateAc.class, PDataTf.class);
            assertThat(text(((PDataTf) emitted.get(1)).values().get(0))).isEqualTo("AB");
            assertThat(ascii(text(((PDataTf) emitted.get(3)).values().get(1))))
                    .isEqualTo(ascii("CD"));
            ((PDataTf) emitted.get(1)).release();
            ((PDataTf) emitted.get(3)).release();
        }
    }
}
