/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.pdu.codec;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.turnstile.dicom.pdu.PresentationContextAc;
import org.turnstile.dicom.pdu.PresentationContextRq;

/** Reads the presentation contexts of one A-ASSOCIATE PDU (PS3.8 §9.3.2.2 and §9.3.3.2). */
final class PresentationContextDecoder {

    private final ItemCounter counter;
    private final BitSet ids = new BitSet(256);

    PresentationContextDecoder(ItemCounter counter) {
        this.counter = counter;
    }

    PresentationContextRq rq(PduReader item) throws MalformedPduException {
        counter.context(ids.cardinality());
        int id = id(item);
        item.skip(3, "reserved");
        String abstractSyntax = "";
        List<String> transferSyntaxes = new ArrayList<>();
        while (item.remaining() > 0) {
            int type = item.u8("sub-item type");
            PduReader value = value(item, id);
            if (type == ItemType.TRANSFER_SYNTAX) {
                counter.transferSyntax(transferSyntaxes.size());
                transferSyntaxes.add(value.uid("transfer syntax (40H)"));
            } else if (type != ItemType.ABSTRACT_SYNTAX) {
                counter.unknown();
            } else if (abstractSyntax.isEmpty()) {
                abstractSyntax = value.uid("abstract syntax (30H)");
            } else {
                throw item.fault("second abstract syntax (30H) in context " + id);
            }
        }
        if (abstractSyntax.isEmpty() || transferSyntaxes.isEmpty()) {
            throw item.fault("no abstract or no transfer syntax in context " + id);
        }
        return new PresentationContextRq(id, abstractSyntax, transferSyntaxes);
    }

    PresentationContextAc ac(PduReader item) throws MalformedPduException {
        counter.context(ids.cardinality());
        int id = id(item);
        item.skip(1, "reserved");
        int result = item.u8("result/reason");
        item.skip(1, "reserved");
        if (result != PresentationContextAc.ACCEPTANCE) {
            // not significant (PS3.8 §9.3.3.2), and absent or empty with some peers
            return new PresentationContextAc(id, result, "");
        }
        String transferSyntax = "";
        while (item.remaining() > 0) {
            int type = item.u8("sub-item type");
            PduReader value = value(item, id);
            if (type != ItemType.TRANSFER_SYNTAX) {
                counter.unknown();
            } else if (transferSyntax.isEmpty()) {
                transferSyntax = value.uid("transfer syntax (40H)");
            } else {
                throw item.fault("second transfer syntax (40H) in context " + id);
            }
        }
        if (transferSyntax.isEmpty()) {
            throw item.fault("no transfer syntax (40H) in accepted context " + id);
        }
        return new PresentationContextAc(id, result, transferSyntax);
    }

    private static PduReader value(PduReader item, int id) throws MalformedPduException {
        item.skip(1, "reserved");
        return item.sub(item.u16("sub-item length"), "presentation context " + id);
    }

    private int id(PduReader item) throws MalformedPduException {
        int id = item.u8("presentation context ID");
        if (id % 2 == 0) {
            throw item.fault("presentation context ID " + id + " is even");
        }
        if (ids.get(id)) {
            throw item.fault("presentation context ID " + id + " twice");
        }
        ids.set(id);
        return id;
    }
}
