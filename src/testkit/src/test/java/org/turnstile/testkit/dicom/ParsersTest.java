/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.testkit.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ParsersTest {

    @Test
    void anAcceptSaysItsContextsAndItsSubItems() {
        AcceptBytes ac =
                AcceptBytes.of(
                        new RawPdu(
                                AssociateAcBytes.accepting(1)
                                        .context(3, 4, Uids.EXPLICIT_VR_LE)
                                        .maximumLength(0x1000)
                                        .subItems(Examples.POS0)
                                        .toBytes()));
        assertThat(ac.contextResults()).containsEntry(1, 0).containsEntry(3, 4);
        assertThat(ac.transferSyntaxes()).containsOnlyKeys(1).containsValue(Uids.IMPLICIT_VR_LE);
        assertThat(ac.subItems())
                .extracting(AcceptBytes.SubItem::type)
                .containsExactly(0x51, 0x52, 0x59);
        assertThat(ac.subItems(0x51)).containsExactly("51 00 00 04 00 00 10 00");
        assertThat(ac.subItems(0x59)).containsExactly(Examples.POS0);
        assertThat(ac.subItems(0x58)).isEmpty();
    }

    @Test
    void subItemsThatDescendAreNotTaken() {
        RawPdu pdu =
                new RawPdu(
                        AssociateAcBytes.accepting(1)
                                .subItems(Examples.POS0, "55 00 00 01 56")
                                .toBytes());
        assertThatThrownBy(() -> AcceptBytes.of(pdu))
                .isInstanceOf(AssertionError.class)
                .hasMessage("sub-item 55H comes after 59H");
    }

    @Test
    void lengthsThatDoNotAddUpAreNotTaken() {
        // item-length 3 in front of two bytes
        byte[] ac = AssociateAcBytes.accepting(1).subItems("59 00 00 03 00 00").toBytes();
        assertThatThrownBy(() -> AcceptBytes.of(new RawPdu(ac)))
                .isInstanceOf(AssertionError.class)
                .hasMessage("an item of 3 bytes, but 2 are left");
        byte[] cut = AssociateAcBytes.accepting(1).subItems("59 00").toBytes();
        assertThatThrownBy(() -> AcceptBytes.of(new RawPdu(cut)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("an item is cut");
    }

    @Test
    void whatIsNoAcceptIsShown() {
        assertThatThrownBy(() -> AcceptBytes.of(new RawPdu(Hex.bytes(Examples.RJ121))))
                .isInstanceOf(AssertionError.class)
                .hasMessage("not an A-ASSOCIATE-AC: " + Examples.RJ121);
    }

    @Test
    void anAcceptHasOneUserInformation() {
        byte[] two = AssociateAcBytes.accepting(1).context(3, 0, "1.2").toBytes();
        byte[] none = new byte[74];
        none[0] = 2;
        assertThat(AcceptBytes.of(new RawPdu(two)).subItems()).hasSize(2);
        assertThatThrownBy(() -> AcceptBytes.of(new RawPdu(none)))
                .isInstanceOf(AssertionError.class)
                .hasMessage("0 user information items, not 1");
    }

    @Test
    void aResponseSaysItsElements() {
        byte[] store = DimseBytes.storeRsp(9, 0xA700, Uids.CT_IMAGE_STORAGE, "1.2.3");
        ResponseBytes rsp = ResponseBytes.of(new RawPdu(DimseBytes.command(5, store)));
        assertThat(rsp.contextId()).isEqualTo(5);
        assertThat(rsp.commandField()).isEqualTo(0x8001);
        assertThat(rsp.messageIdRespondedTo()).isEqualTo(9);
        assertThat(rsp.status()).isEqualTo(0xA700);
        assertThat(rsp.text(0x0002)).isEqualTo(Uids.CT_IMAGE_STORAGE);
        assertThat(rsp.text(0x1000)).isEqualTo("1.2.3");
        assertThat(rsp.has(0x0902)).isFalse();
        assertThatThrownBy(() -> rsp.text(0x0902))
                .isInstanceOf(AssertionError.class)
                .hasMessage("(0000,0902) is absent");
    }

    @Test
    void whatIsNoWholeCommandIsNoResponse() {
        RawPdu abort = new RawPdu(Hex.bytes(Examples.ABORT26));
        assertThatThrownBy(() -> ResponseBytes.of(abort)).isInstanceOf(AssertionError.class);
        RawPdu data = new RawPdu(DimseBytes.pDataTf(1, 2, new byte[8]));
        assertThatThrownBy(() -> ResponseBytes.of(data))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("not the last fragment of a command");
        // an element of group 0008
        RawPdu group8 = new RawPdu(DimseBytes.command(1, Hex.bytes("08 00 00 00 00 00 00 00")));
        assertThatThrownBy(() -> ResponseBytes.of(group8))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("outside of group 0000");
    }
}
