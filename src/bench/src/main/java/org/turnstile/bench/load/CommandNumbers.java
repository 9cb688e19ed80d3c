/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench.load;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The numbers of a command set, which is in Implicit VR Little Endian (PS3.7 §6.3.1). */
final class CommandNumbers {

    static final int COMMAND_FIELD = 0x0100;
    static final int COMMAND_DATA_SET_TYPE = 0x0800;
    static final int STATUS = 0x0900;

    private static final int ELEMENT_HEADER = 8;

    private CommandNumbers() {}

    /**
     * The number of an element of group 0000.
     *
     * @param command the command set, from 0 to its limit
     * @throws LoadException if there is no such element, or not as a number
     */
    static int of(ByteBuffer command, int wanted) throws LoadException {
        ByteBuffer in = command.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        int at = 0;
        while (at + ELEMENT_HEADER <= in.limit()) {
            int length = in.getInt(at + 4);
            int value = at + ELEMENT_HEADER;
            if (length < 0 || length > in.limit() - value) {
                break;
            }
            boolean found = in.getShort(at) == 0 && in.getShort(at + 2) == wanted;
            if (found && length == 2) {
                return in.getShort(value) & 0xFFFF;
            }
            at = value + length;
        }
        throw new LoadException(String.format("a command set without (0000,%04X)", wanted));
    }
}
