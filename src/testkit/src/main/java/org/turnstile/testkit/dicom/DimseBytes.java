/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.testkit.dicom;

import java.util.Arrays;

/** DIMSE messages as P-DATA-TF PDUs (PS3.7 §9.3, PS3.8 Annex E). */
public final class DimseBytes {

    /** Command Data Set Type of a message without a data set (PS3.7 Annex E). */
    public static final int NO_DATA_SET = 0x0101;

    private static final int COMMAND = 0x01;
    private static final int LAST = 0x02;

    private DimseBytes() {}

    /** The command set of a C-ECHO-RQ. */
    public static byte[] echoRq(int messageId) {
        return new CommandBytes()
                .uid(0x0002, Uids.VERIFICATION)
                .us(0x0100, 0x0030)
                .us(0x0110, messageId)
                .us(0x0800, NO_DATA_SET)
                .toBytes();
    }

    /** The command set of a C-ECHO-RSP. */
    public static byte[] echoRsp(int messageId, int status) {
        return new CommandBytes()
                .uid(0x0002, Uids.VERIFICATION)
                .us(0x0100, 0x8030)
                .us(0x0120, messageId)
                .us(0x0800, NO_DATA_SET)
                .us(0x0900, status)
                .toBytes();
    }

    /** The command set of a C-STORE-RQ, medium priority. */
    public static byte[] storeRq(int messageId, String sopClass, String sopInstance) {
        return new CommandBytes()
                .uid(0x0002, sopClass)
                .us(0x0100, 0x0001)
                .us(0x0110, messageId)
                .us(0x0700, 0)
                .us(0x0800, 0)
                .uid(0x1000, sopInstance)
                .toBytes();
    }

    /** The command set of a C-STORE-RSP. */
    public static byte[] storeRsp(int messageId, int status, String sopClass, String sopInstance) {
        return new CommandBytes()
                .uid(0x0002, sopClass)
                .us(0x0100, 0x8001)
                .us(0x0120, messageId)
                .us(0x0800, NO_DATA_SET)
                .us(0x0900, status)
                .uid(0x1000, sopInstance)
                .toBytes();
    }

    /** A command set in one P-DATA-TF, its fragment marked as the last. */
    public static byte[] command(int contextId, byte[] commandSet) {
        return pDataTf(contextId, COMMAND | LAST, commandSet);
    }

    /** A data set in as many P-DATA-TFs as it takes; the last fragment is marked. */
    public static byte[] dataSet(int contextId, byte[] dataSet, int fragmentLength) {
        ByteWriter pdus = new ByteWriter();
        int from = 0;
        do {
            int to = Math.min(dataSet.length, from + fragmentLength);
            byte[] fragment = Arrays.copyOfRange(dataSet, from, to);
            pdus.bytes(pDataTf(contextId, to == dataSet.length ? LAST : 0, fragment));
            from = to;
        } while (from < dataSet.length);
        return pdus.toBytes();
    }

    /**
     * A P-DATA-TF with one presentation data value.
     *
     * @param control message control header: bit 0 command, bit 1 last fragment
     */
    public static byte[] pDataTf(int contextId, int control, byte[] fragment) {
        ByteWriter value = new ByteWriter().u32(fragment.length + 2L).u8(contextId).u8(control);
        byte[] bytes = value.bytes(fragment).toBytes();
        return ByteWriter.pdu(0x04, bytes.length, bytes);
    }
}
