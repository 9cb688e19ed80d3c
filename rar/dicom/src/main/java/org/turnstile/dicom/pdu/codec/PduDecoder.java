/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.pdu.codec;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;
import org.turnstile.dicom.pdu.AAbort;
import org.turnstile.dicom.pdu.AAssociateRj;
import org.turnstile.dicom.pdu.AReleaseRp;
import org.turnstile.dicom.pdu.AReleaseRq;
import org.turnstile.dicom.pdu.PDataTf;
import org.turnstile.dicom.pdu.Pdu;

/**
 * Makes {@link Pdu}s of the bytes of one connection. The first fault makes it emit one {@link
 * MalformedPdu} and end: whatever follows is thrown away, for nobody can tell any more where a PDU
 * begins.
 *
 * <p>A length beyond the limit is refused when the six bytes of the header are there; buffers grow
 * with what has come. The buffers of a {@link PDataTf} are slices of what was read and have to be
 * released. The bytes of an A-ASSOCIATE PDU, which may hold a passcode, are cleared when it has
 * been read, when it is faulty and when the connection ends before it is complete.
 */
public final class PduDecoder extends ByteToMessageDecoder {

    private static final int HEADER = 6;
    private static final int FIXED_LENGTH = 4;
    private static final int LEAST_ASSOCIATE_LENGTH = 68;
    private static final int LEAST_DATA_LENGTH = 6;

    private final PduLimits limits;
    private final boolean take58H;
    private final DataDecoder data;
    private boolean bad;

    /** A lenient decoder. */
    public PduDecoder(PduLimits limits) {
        this(limits, true);
    }

    /**
     * A decoder for one connection.
     *
     * @param limits what it takes at most
     * @param take58H whether a 58H in an A-ASSOCIATE-AC is taken for the user identity response if
     *     there is no 59H: Supplement 99 printed it so. A strict requestor ignores it
     */
    public PduDecoder(PduLimits limits, boolean take58H) {
        this.limits = limits;
        this.take58H = take58H;
        this.data = new DataDecoder(limits);
        setCumulator(new WipingCumulator());
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
        if (bad) {
            discard(in);
            return;
        }
        if (in.readableBytes() < HEADER) {
            return;
        }
        int type = in.getUnsignedByte(in.readerIndex());
        long length = in.getUnsignedInt(in.readerIndex() + 2);
        if (type < 0x01 || type > 0x07) {
            fail(in, out, new MalformedPdu(AAbort.UNRECOGNIZED_PDU, "PDU type: " + type));
            return;
        }
        try {
            checkLength(type, length);
            if (in.readableBytes() - HEADER >= length) {
                in.skipBytes(HEADER);
                out.add(body(type, in.readSlice((int) length)));
            }
        } catch (MalformedPduException e) {
            fail(in, out, new MalformedPdu(AAbort.INVALID_PARAMETER, e.getMessage()));
        }
    }

    /** The connection is at its end; half a PDU is nothing. */
    @Override
    protected void decodeLast(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
        discard(in);
    }

    private Pdu body(int type, ByteBuf body) throws MalformedPduException {
        return switch (type) {
            case 0x01, 0x02 -> associate(type, body);
            case 0x03 -> reject(body);
            case 0x04 -> data.decode(body);
            case 0x05 -> new AReleaseRq();
            case 0x06 -> new AReleaseRp();
            default -> abort(body);
        };
    }

    private Pdu associate(int type, ByteBuf body) throws MalformedPduException {
        AssociateDecoder decoder = new AssociateDecoder(limits);
        PduReader in =
                new PduReader(body.duplicate(), type == 1 ? "A-ASSOCIATE-RQ" : "A-ASSOCIATE-AC");
        try {
            return type == 1 ? decoder.rq(in) : decoder.ac(in, take58H);
        } finally {
            WipingCumulator.wipe(body);
            // from here on there are no secrets, and much data
            setCumulator(MERGE_CUMULATOR);
        }
    }

    private static AAssociateRj reject(ByteBuf body) {
        return new AAssociateRj(
                body.getUnsignedByte(1), body.getUnsignedByte(2), body.getUnsignedByte(3));
    }

    private static AAbort abort(ByteBuf body) {
        return new AAbort(body.getUnsignedByte(2), body.getUnsignedByte(3));
    }

    private void checkLength(int type, long length) throws MalformedPduException {
        int least = FIXED_LENGTH;
        int most = FIXED_LENGTH;
        if (type == 0x01 || type == 0x02) {
            least = LEAST_ASSOCIATE_LENGTH;
            most = limits.associateLength();
        } else if (type == 0x04) {
            least = LEAST_DATA_LENGTH;
            most = limits.dataLength();
        }
        if (length < least || length > most) {
            throw new MalformedPduException(
                    "length of PDU type "
                            + type
                            + ": "
                            + length
                            + " is not "
                            + least
                            + " to "
                            + most);
        }
    }

    private void fail(ByteBuf in, List<Object> out, MalformedPdu fault) {
        bad = true;
        discard(in);
        out.add(fault);
    }

    private static void discard(ByteBuf in) {
        WipingCumulator.wipe(in);
        in.skipBytes(in.readableBytes());
    }
}
