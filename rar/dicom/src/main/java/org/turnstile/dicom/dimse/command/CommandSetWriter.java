/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse.command;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/**
 * Writes a command set in Implicit VR Little Endian, its elements ascending, with the group length
 * that the standard demands (PS3.7 §6.3.1, Annex E).
 */
public final class CommandSetWriter {

    private static final int PRIORITY_MEDIUM = 0x0000;

    /** Any value but 0101H; this one is what most implementations send. */
    private static final int DATA_SET_FOLLOWS = 0x0001;

    private CommandSetWriter() {}

    /** Appends the command set. */
    public static void write(CommandSet set, ByteBuf out) {
        boolean response = (set.commandField() & CommandSet.RESPONSE) != 0;
        header(out, CommandElement.GROUP_LENGTH, 4);
        int lengthAt = out.writerIndex();
        out.writeIntLE(0);
        int from = out.writerIndex();
        set.affectedSopClass()
                .ifPresent(uid -> text(out, CommandElement.AFFECTED_SOP_CLASS_UID, uid, 0));
        us(out, CommandElement.COMMAND_FIELD, set.commandField());
        boolean refersBack = response || set.commandField() == CommandSet.C_CANCEL_RQ;
        us(
                out,
                refersBack
                        ? CommandElement.MESSAGE_ID_BEING_RESPONDED_TO
                        : CommandElement.MESSAGE_ID,
                set.messageId());
        if (set.commandField() == CommandSet.C_STORE_RQ || set.isQuery()) {
            us(out, CommandElement.PRIORITY, PRIORITY_MEDIUM);
        }
        us(
                out,
                CommandElement.COMMAND_DATA_SET_TYPE,
                set.hasDataSet() ? DATA_SET_FOLLOWS : CommandElement.NO_DATA_SET);
        set.status().ifPresent(status -> us(out, CommandElement.STATUS, status));
        set.errorComment()
                .ifPresent(comment -> text(out, CommandElement.ERROR_COMMENT, comment, ' '));
        set.affectedSopInstance()
                .ifPresent(uid -> text(out, CommandElement.AFFECTED_SOP_INSTANCE_UID, uid, 0));
        out.setIntLE(lengthAt, out.writerIndex() - from);
    }

    private static void us(ByteBuf out, int element, int value) {
        header(out, element, 2);
        out.writeShortLE(value);
    }

    /** Characters outside ASCII become a question mark: a command set has no character set. */
    private static void text(ByteBuf out, int element, String text, int padding) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        int odd = bytes.length % 2;
        header(out, element, bytes.length + odd);
        out.writeBytes(bytes);
        if (odd == 1) {
            out.writeByte(padding);
        }
    }

    private static void header(ByteBuf out, int element, int length) {
        out.writeShortLE(0).writeShortLE(element).writeIntLE(length);
    }
}
