/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.pdu.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnstile.dicom.pdu.codec.Bytes.hex;
import static org.turnstile.dicom.pdu.codec.Bytes.item;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.turnstile.dicom.pdu.AAbort;
import org.turnstile.dicom.pdu.AAssociateAc;
import org.turnstile.dicom.pdu.AAssociateRq;

/** Items of unknown type are ignored, but not without end. */
class UnknownItemLimitTest {

    private static final PduLimits LIMITS = new PduLimits(65536, 8192, 128, 256, 4, 128, 16, 1024);

    private static Object receive(byte[] bytes) {
        try (Wire wire = new Wire(LIMITS)) {
            List<Object> emitted = wire.receive(bytes);
            assertThat(emitted).hasSize(1);
            return emitted.get(0);
        }
    }

    private static byte[] unknown(int count) {
        return hex("7A 00 0000".repeat(count));
    }

    private static void assertTooMany(byte[] bytes) {
        assertThat(receive(bytes))
                .isEqualTo(
                        new MalformedPdu(AAbort.INVALID_PARAMETER, "unknown items: more than 4"));
    }

    @Test
    void inUserInformation() {
        assertThat(receive(AssociateBytes.rq(unknown(4)))).isInstanceOf(AAssociateRq.class);
        assertTooMany(AssociateBytes.rq(unknown(5)));
        assertThat(receive(AssociateBytes.ac(unknown(4)))).isInstanceOf(AAssociateAc.class);
        assertTooMany(AssociateBytes.ac(unknown(5)));
    }

    @Test
    void besideUserInformation() {
        assertThat(receive(AssociateBytes.rqWithItems(unknown(4))))
                .isInstanceOf(AAssociateRq.class);
        assertTooMany(AssociateBytes.rqWithItems(unknown(5)));
        assertTooMany(AssociateBytes.acWithItems(unknown(5)));
    }

    @Test
    void inPresentationContexts() {
        byte[] context =
                item(
                        0x20,
                        hex("03000000"),
                        AssociateBytes.abstractSyntax("1.2"),
                        unknown(3),
                        AssociateBytes.transferSyntax("1.2"));
        assertThat(receive(AssociateBytes.rqWithItems(context))).isInstanceOf(AAssociateRq.class);
        assertTooMany(AssociateBytes.rqWithItems(context, unknown(2)));
    }
}
