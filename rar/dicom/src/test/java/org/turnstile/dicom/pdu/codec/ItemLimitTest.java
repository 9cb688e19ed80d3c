/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.pdu.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnstile.dicom.pdu.codec.AssociateBytes.rqWithItems;
import static org.turnstile.dicom.pdu.codec.Bytes.hex;
import static org.turnstile.dicom.pdu.codec.Bytes.item;
import static org.turnstile.dicom.pdu.codec.Bytes.join;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.turnstile.dicom.pdu.AAbort;
import org.turnstile.dicom.pdu.AAssociateAc;
import org.turnstile.dicom.pdu.AAssociateRq;

/** Presentation contexts, transfer syntaxes, items and sub-items are bounded in number. */
class ItemLimitTest {

    private static Object receive(PduLimits limits, byte[] bytes) {
        try (Wire wire = new Wire(limits)) {
            List<Object> emitted = wire.receive(bytes);
            assertThat(emitted).hasSize(1);
            return emitted.get(0);
        }
    }

    private static MalformedPdu fault(String fault) {
        return new MalformedPdu(AAbort.INVALID_PARAMETER, fault);
    }

    private static byte[] contexts(int fromId, int count) {
        byte[] contexts = new byte[0];
        for (int i = 0; i < count; i++) {
            contexts = join(contexts, AssociateBytes.contextRq(fromId + 2 * i));
        }
        return contexts;
    }

    @Test
    void all128ContextsAreTakenByDefault() {
        AAssociateRq rq = Wire.rq(rqWithItems(contexts(3, 127)));
        assertThat(rq.contexts()).hasSize(128);
        assertThat(rq.contexts().get(127).id()).isEqualTo(255);
    }

    @Test
    void contextsAreBounded() {
        PduLimits limits = new PduLimits(65536, 8192, 3, 256);
        assertThat(receive(limits, rqWithItems(contexts(3, 2)))).isInstanceOf(AAssociateRq.class);
        assertThat(receive(limits, rqWithItems(contexts(3, 3))))
                .isEqualTo(fault("presentation contexts: more than 3"));
        byte[] answers = join(AssociateBytes.contextAc(3), AssociateBytes.contextAc(5));
        assertThat(receive(limits, AssociateBytes.acWithItems(answers)))
                .isInstanceOf(AAssociateAc.class);
        assertThat(
                        receive(
                                limits,
                                AssociateBytes.acWithItems(answers, AssociateBytes.contextAc(7))))
                .isEqualTo(fault("presentation contexts: more than 3"));
    }

    @Test
    void transferSyntaxesOfAContextAreBounded() {
        PduLimits limits = new PduLimits(65536, 8192, 128, 256, 64, 2, 16, 1024);
        byte[] one = AssociateBytes.transferSyntax("1.2");
        byte[] two = AssociateBytes.contextRq(3, join(one, one));
        byte[] three = AssociateBytes.contextRq(5, join(one, one, one));
        assertThat(receive(limits, rqWithItems(two))).isInstanceOf(AAssociateRq.class);
        assertThat(receive(limits, rqWithItems(two, three)))
                .isEqualTo(fault("transfer syntaxes of a context: more than 2"));
    }

    @Test
    void itemsAndSubItemsAreBoundedTogether() {
        PduLimits limits = new PduLimits(65536, 8192, 128, 8);
        byte[] role = hex("54 00 0007 0003 312E32 01 00");
        // 10H, 20H, 50H, 51H, 52H, and three or four roles
        assertThat(receive(limits, AssociateBytes.rq(role, role, role)))
                .isInstanceOf(AAssociateRq.class);
        assertThat(receive(limits, AssociateBytes.rq(role, role, role, role)))
                .isEqualTo(fault("items: more than 8"));
        assertThat(receive(limits, AssociateBytes.ac(role, role, role, role)))
                .isEqualTo(fault("items: more than 8"));
    }

    @Test
    void relatedGeneralSopClassesCountAsItems() {
        PduLimits limits = new PduLimits(65536, 8192, 128, 8);
        byte[] related = hex("0003 312E32".repeat(6));
        byte[] common =
                item(0x57, hex("0003 312E32 0003 312E33"), Bytes.bytes(0, related.length), related);
        assertThat(receive(limits, AssociateBytes.rq(common)))
                .isEqualTo(fault("items: more than 8"));
    }

    @Test
    void asManyEmptyItemsAsFitIntoAPduAreRefused() {
        byte[] many = hex("50 00 0000".repeat(250_000));
        assertThat(Wire.abort26(Bytes.pdu(0x01, AssociateBytes.header(), many)).fault())
                .isEqualTo("items: more than 256");
    }
}
