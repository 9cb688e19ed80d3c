/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.pdu.codec;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.CompositeByteBuf;
import java.util.List;
import org.turnstile.dicom.pdu.AAbort;
import org.turnstile.dicom.pdu.AAssociateAc;
import org.turnstile.dicom.pdu.AAssociateRj;
import org.turnstile.dicom.pdu.AAssociateRq;
import org.turnstile.dicom.pdu.PDataTf;
import org.turnstile.dicom.pdu.Pdu;
import org.turnstile.dicom.pdu.PresentationContextAc;
import org.turnstile.dicom.pdu.PresentationContextRq;
import org.turnstile.dicom.pdu.PresentationDataValue;
import org.turnstile.dicom.pdu.UserInformation;

/** Writes PDUs as they go over the wire (PS3.8 §9.3). */
public final class PduEncoder {

    private static final int PDU_HEADER = 6;
    private static final int VALUE_HEADER = 6;
    private static final int ASSOCIATE_ESTIMATE = 1024;

    private PduEncoder() {}

    /**
     * Encodes one PDU. The buffers of a P-DATA-TF are not copied: the result holds references of
     * its own to them, and the caller still has to release the PDU.
     *
     * @return a buffer that the caller releases or writes
     * @throws PduTooLongException if an item does not fit into its length field
     * @throws IllegalArgumentException if a value cannot be sent; names field and value
     */
    public static ByteBuf encode(Pdu pdu, ByteBufAllocator alloc) {
        if (pdu instanceof PDataTf data) {
            return data(data.values(), alloc);
        }
        if (pdu instanceof AAssociateRq rq) {
            return associate(rq, alloc, rq.userInformation(), out -> write(rq, out));
        }
        if (pdu instanceof AAssociateAc ac) {
            return associate(ac, alloc, ac.userInformation(), out -> write(ac, out));
        }
        if (pdu instanceof AAssociateRj rj) {
            return fixed(pdu, alloc, rj.result(), rj.source(), rj.reason());
        }
        if (pdu instanceof AAbort abort) {
            return fixed(pdu, alloc, 0, abort.source(), abort.reason());
        }
        return fixed(pdu, alloc, 0, 0, 0);
    }

    /**
     * The length field that user information (50H) would have, to be asked before a connection is
     * opened.
     *
     * @throws PduTooLongException if it or a sub-item does not fit into its 16-bit length field
     */
    public static int userInformationLength(UserInformation information) {
        return UserInformationEncoder.length(information);
    }

    private interface Body {
        void write(ItemWriter out);
    }

    private static ByteBuf associate(
            Pdu pdu, ByteBufAllocator alloc, UserInformation information, Body body) {
        ByteBuf out = alloc.buffer(ASSOCIATE_ESTIMATE + userInformationLength(information));
        boolean done = false;
        try {
            out.writeByte(pdu.type()).writeByte(0).writeInt(0);
            body.write(new ItemWriter(out));
            out.setInt(2, out.writerIndex() - PDU_HEADER);
            done = true;
            return out;
        } finally {
            if (!done) {
                out.release();
            }
        }
    }

    private static void write(AAssociateRq rq, ItemWriter out) {
        out.u16(rq.protocolVersion(), "protocol version");
        out.zeros(2);
        out.aeTitle(rq.calledAeTitle(), "called AE title");
        out.aeTitle(rq.callingAeTitle(), "calling AE title");
        out.zeros(32);
        applicationContext(rq.applicationContext(), out);
        rq.contexts().forEach(context -> write(context, out));
        UserInformationEncoder.write(rq.userInformation(), out);
    }

    private static void write(AAssociateAc ac, ItemWriter out) {
        out.u16(ac.protocolVersion(), "protocol version");
        out.zeros(2);
        out.aeTitle(ac.calledAeTitle(), "called AE title");
        out.aeTitle(ac.callingAeTitle(), "calling AE title");
        out.zeros(32);
        applicationContext(ac.applicationContext(), out);
        ac.contexts().forEach(context -> write(context, out));
        UserInformationEncoder.write(ac.userInformation(), out);
    }

    private static void applicationContext(String uid, ItemWriter out) {
        if (!uid.isEmpty()) {
            out.uidItem(ItemType.APPLICATION_CONTEXT, uid, "application context (10H)");
        }
    }

    private static void write(PresentationContextRq context, ItemWriter out) {
        int item = out.begin(ItemType.PRESENTATION_CONTEXT_RQ);
        out.u8(contextId(context.id()), "presentation context ID");
        out.zeros(3);
        out.uidItem(ItemType.ABSTRACT_SYNTAX, context.abstractSyntax(), "abstract syntax (30H)");
        for (String uid : context.transferSyntaxes()) {
            out.uidItem(ItemType.TRANSFER_SYNTAX, uid, "transfer syntax (40H)");
        }
        out.end(item, "presentation context (20H)");
    }

    private static void write(PresentationContextAc context, ItemWriter out) {
        int item = out.begin(ItemType.PRESENTATION_CONTEXT_AC);
        out.u8(contextId(context.id()), "presentation context ID");
        out.zeros(1);
        out.u8(context.result(), "result/reason");
        out.zeros(1);
        out.uidItem(ItemType.TRANSFER_SYNTAX, context.transferSyntax(), "transfer syntax (40H)");
        out.end(item, "presentation context (21H)");
    }

    private static ByteBuf fixed(Pdu pdu, ByteBufAllocator alloc, int b1, int b2, int b3) {
        ByteBuf out = alloc.buffer(PDU_HEADER + 4);
        out.writeByte(pdu.type()).writeByte(0).writeInt(4);
        return out.writeByte(0).writeByte(b1).writeByte(b2).writeByte(b3);
    }

    private static ByteBuf data(List<PresentationDataValue> values, ByteBufAllocator alloc) {
        long length = 0;
        for (PresentationDataValue value : values) {
            contextId(value.contextId());
            length += VALUE_HEADER + value.data().readableBytes();
        }
        if (length > Integer.MAX_VALUE - PDU_HEADER) {
            throw new PduTooLongException("P-DATA-TF", length, Integer.MAX_VALUE - PDU_HEADER);
        }
        CompositeByteBuf out = alloc.compositeBuffer(2 * values.size() + 1);
        for (PresentationDataValue value : values) {
            ByteBuf header = alloc.buffer(PDU_HEADER + VALUE_HEADER);
            if (out.numComponents() == 0) {
                header.writeByte(0x04).writeByte(0).writeInt((int) length);
            }
            header.writeInt(value.data().readableBytes() + 2);
            header.writeByte(value.contextId()).writeByte(control(value));
            out.addComponent(true, header).addComponent(true, value.data().retainedSlice());
        }
        return out;
    }

    /** The message control header (PS3.8 §E.2). */
    private static int control(PresentationDataValue value) {
        return (value.command() ? 1 : 0) | (value.last() ? 2 : 0);
    }

    private static int contextId(int id) {
        if (id < 1 || id > 255 || id % 2 == 0) {
            throw new IllegalArgumentException(
                    "presentation context ID: " + id + " is not odd, 1 to 255");
        }
        return id;
    }
}
