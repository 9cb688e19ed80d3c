/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench.load;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.turnstile.api.Implementation;
import org.turnstile.api.UID;
import org.turnstile.dicom.pdu.AAssociateRq;
import org.turnstile.dicom.pdu.AReleaseRq;
import org.turnstile.dicom.pdu.PDataTf;
import org.turnstile.dicom.pdu.Pdu;
import org.turnstile.dicom.pdu.PresentationContextRq;
import org.turnstile.dicom.pdu.PresentationDataValue;
import org.turnstile.dicom.pdu.UserInformation;
import org.turnstile.dicom.pdu.codec.PduEncoder;

/** The PDUs to send, made before the clock starts: sending one costs no more than a copy. */
final class Requests {

    /** 51H that we send; no answer to a C-ECHO comes near it. */
    static final int MAXIMUM_LENGTH = 16 * 1024;

    /** The presentation context that is proposed. */
    static final int CONTEXT = 1;

    private static final int PROTOCOL_VERSION = 1;

    private final Deque<ByteBuffer> associates = new ArrayDeque<>();
    private final boolean reusable;
    private final ByteBuffer echo;
    private final ByteBuffer release;

    Requests(Target target) throws LoadException {
        int ahead = target.user().map(User::ahead).orElse(0);
        reusable = ahead == 0;
        for (int made = 0; made < Math.max(1, ahead); made++) {
            associates.add(associate(target, UID.VERIFICATION, UID.IMPLICIT_VR_LITTLE_ENDIAN));
        }
        echo =
                encode(
                        new PDataTf(
                                List.of(
                                        new PresentationDataValue(
                                                CONTEXT, true, true, echoCommand()))));
        release = encode(new AReleaseRq());
    }

    /** A-ASSOCIATE-RQ for Verification. */
    ByteBuffer associate() throws LoadException {
        if (reusable) {
            return associates.element().duplicate();
        }
        ByteBuffer next = associates.poll();
        if (next == null) {
            throw new LoadException("the identities made ahead are used up: make more of them");
        }
        return next;
    }

    /** C-ECHO-RQ. Its message id is always 1, since one is answered before the next is sent. */
    ByteBuffer echo() {
        return echo.duplicate();
    }

    /** A-RELEASE-RQ. */
    ByteBuffer release() {
        return release.duplicate();
    }

    /** A-ASSOCIATE-RQ for one SOP class in one transfer syntax. */
    static ByteBuffer associate(Target target, String sopClass, String transferSyntax)
            throws LoadException {
        return encode(rq(target, sopClass, transferSyntax));
    }

    private static AAssociateRq rq(Target target, String sopClass, String transferSyntax)
            throws LoadException {
        UserInformation information =
                UserInformation.of(
                        MAXIMUM_LENGTH, Implementation.CLASS_UID, Implementation.VERSION_NAME);
        if (target.user().isPresent()) {
            information = information.with(target.user().get().identity());
        }
        return new AAssociateRq(
                PROTOCOL_VERSION,
                target.calledAeTitle(),
                target.callingAeTitle(),
                UID.APPLICATION_CONTEXT,
                List.of(new PresentationContextRq(CONTEXT, sopClass, List.of(transferSyntax))),
                information,
                List.of());
    }

    /** PS3.7 §9.3.5.1, in Implicit VR Little Endian. */
    private static ByteBuf echoCommand() {
        ByteBuf out = Unpooled.buffer();
        element(out, 0x0000, 4).writeIntLE(56); // CommandGroupLength
        element(out, 0x0002, 18).writeBytes(evenUid()); // AffectedSOPClassUID
        element(out, 0x0100, 2).writeShortLE(0x0030); // CommandField: C-ECHO-RQ
        element(out, 0x0110, 2).writeShortLE(1); // MessageID
        return element(out, 0x0800, 2).writeShortLE(0x0101); // CommandDataSetType: none
    }

    private static byte[] evenUid() {
        return (UID.VERIFICATION + '\0').getBytes(StandardCharsets.US_ASCII);
    }

    private static ByteBuf element(ByteBuf out, int element, int length) {
        return out.writeShortLE(0).writeShortLE(element).writeIntLE(length);
    }

    private static ByteBuffer encode(Pdu pdu) {
        ByteBuf bytes = PduEncoder.encode(pdu, UnpooledByteBufAllocator.DEFAULT);
        try {
            ByteBuffer copy = ByteBuffer.allocateDirect(bytes.readableBytes());
            bytes.readBytes(copy);
            return copy.flip();
        } finally {
            bytes.release();
        }
    }
}
