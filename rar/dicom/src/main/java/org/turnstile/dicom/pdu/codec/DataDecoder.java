/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.pdu.codec;

import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;
import org.turnstile.dicom.pdu.PDataTf;
import org.turnstile.dicom.pdu.PresentationDataValue;

/**
 * Reads the bodies of the P-DATA-TFs of one connection (PS3.8 §9.3.5). Data is not copied. Values
 * that cost much and carry nothing are counted over PDUs.
 */
final class DataDecoder {

    private static final int CONTROL_LENGTH = 2;

    private final PduLimits limits;
    private int empty;
    private int tiny;

    DataDecoder(PduLimits limits) {
        this.limits = limits;
    }

    PDataTf decode(ByteBuf body) throws MalformedPduException {
        List<PresentationDataValue> values = new ArrayList<>(1);
        boolean done = false;
        try {
            PduReader in = new PduReader(body, "P-DATA-TF");
            do {
                values.add(value(in, body));
            } while (in.remaining() > 0);
            done = true;
            return new PDataTf(values);
        } finally {
            if (!done) {
                values.forEach(value -> value.data().release());
            }
        }
    }

    private PresentationDataValue value(PduReader in, ByteBuf body) throws MalformedPduException {
        long length = in.u32("presentation data value length");
        if (length < CONTROL_LENGTH || length > in.remaining()) {
            throw in.fault(
                    "presentation data value length " + length + " is not 2 to " + in.remaining());
        }
        int contextId = in.u8("presentation context ID");
        if (contextId % 2 == 0) {
            throw in.fault("presentation context ID " + contextId + " is even");
        }
        int control = in.u8("message control header");
        boolean last = (control & 2) != 0;
        int data = (int) length - CONTROL_LENGTH;
        count(data, last);
        return new PresentationDataValue(
                contextId, (control & 1) != 0, last, body.readRetainedSlice(data));
    }

    private void count(int length, boolean last) throws MalformedPduException {
        empty = length == 0 ? empty + 1 : 0;
        if (empty > limits.emptyValues()) {
            throw new MalformedPduException(
                    "empty presentation data values in succession: more than "
                            + limits.emptyValues());
        }
        tiny = length < PduLimits.TINY && !last ? tiny + 1 : 0;
        if (tiny > limits.tinyValues()) {
            throw new MalformedPduException(
                    "fragments under "
                            + PduLimits.TINY
                            + " bytes in succession: more than "
                            + limits.tinyValues());
        }
    }
}
