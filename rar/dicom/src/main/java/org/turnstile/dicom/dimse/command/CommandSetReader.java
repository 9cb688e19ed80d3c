/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse.command;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import org.turnstile.dicom.pdu.AAbort;

/**
 * Reads a command set: Implicit VR Little Endian, whatever the context's transfer syntax (PS3.7
 * §6.3.1). Unknown elements are skipped, and the order and the group length are not tested, since
 * nothing depends on them; of an element that comes twice the first counts.
 */
public final class CommandSetReader {

    private static final int MAX_UID = 64;
    private static final int MAX_COMMENT = 64;

    private OptionalInt commandField = OptionalInt.empty();
    private OptionalInt messageId = OptionalInt.empty();
    private OptionalInt respondedTo = OptionalInt.empty();
    private OptionalInt dataSetType = OptionalInt.empty();
    private OptionalInt status = OptionalInt.empty();
    private Optional<String> sopClass = Optional.empty();
    private Optional<String> sopInstance = Optional.empty();
    private Optional<String> errorComment = Optional.empty();

    private CommandSetReader() {}

    /**
     * Reads a whole command set.
     *
     * @throws DimseFault names the element that is missing or wrong
     */
    public static CommandSet read(ByteBuf in) throws DimseFault {
        CommandSetReader reader = new CommandSetReader();
        while (in.isReadable()) {
            reader.element(in);
        }
        return reader.result();
    }

    private void element(ByteBuf in) throws DimseFault {
        if (in.readableBytes() < CommandElement.HEADER) {
            throw fault("command set: " + in.readableBytes() + " bytes left are no element");
        }
        int group = in.readUnsignedShortLE();
        int element = in.readUnsignedShortLE();
        long length = in.readUnsignedIntLE();
        if (length > in.readableBytes()) {
            throw fault(
                    name(group, element)
                            + ": length "
                            + length
                            + " of "
                            + in.readableBytes()
                            + " bytes left");
        }
        ByteBuf value = in.readSlice((int) length);
        if (group == 0) {
            take(element, value);
        }
    }

    private void take(int element, ByteBuf value) throws DimseFault {
        switch (element) {
            case CommandElement.COMMAND_FIELD -> commandField = us(commandField, element, value);
            case CommandElement.MESSAGE_ID -> messageId = us(messageId, element, value);
            case CommandElement.MESSAGE_ID_BEING_RESPONDED_TO ->
                    respondedTo = us(respondedTo, element, value);
            case CommandElement.COMMAND_DATA_SET_TYPE ->
                    dataSetType = us(dataSetType, element, value);
            case CommandElement.STATUS -> status = us(status, element, value);
            case CommandElement.AFFECTED_SOP_CLASS_UID, CommandElement.REQUESTED_SOP_CLASS_UID ->
                    sopClass = uid(sopClass, element, value);
            case CommandElement.AFFECTED_SOP_INSTANCE_UID,
                    CommandElement.REQUESTED_SOP_INSTANCE_UID ->
                    sopInstance = uid(sopInstance, element, value);
            case CommandElement.ERROR_COMMENT ->
                    errorComment = errorComment.or(() -> Optional.of(comment(value)));
            default -> {} // of no interest here, or unknown
        }
    }

    private CommandSet result() throws DimseFault {
        int field = present(commandField, CommandElement.COMMAND_FIELD);
        boolean refersBack = (field & CommandSet.RESPONSE) != 0 || field == CommandSet.C_CANCEL_RQ;
        int id =
                refersBack
                        ? present(respondedTo, CommandElement.MESSAGE_ID_BEING_RESPONDED_TO)
                        : present(messageId, CommandElement.MESSAGE_ID);
        int type = present(dataSetType, CommandElement.COMMAND_DATA_SET_TYPE);
        return new CommandSet(
                field,
                id,
                sopClass,
                sopInstance,
                type != CommandElement.NO_DATA_SET,
                status,
                errorComment);
    }

    private static int present(OptionalInt value, int element) throws DimseFault {
        if (value.isEmpty()) {
            throw fault(name(0, element) + " is missing");
        }
        return value.getAsInt();
    }

    private static OptionalInt us(OptionalInt before, int element, ByteBuf value)
            throws DimseFault {
        if (value.readableBytes() != 2) {
            throw fault(name(0, element) + ": " + value.readableBytes() + " bytes, not 2");
        }
        return before.isPresent() ? before : OptionalInt.of(value.readUnsignedShortLE());
    }

    /** The characters are only tested for being printable: what is a good UID others decide. */
    private static Optional<String> uid(Optional<String> before, int element, ByteBuf value)
            throws DimseFault {
        int length = unpadded(value);
        if (length > MAX_UID) {
            throw fault(name(0, element) + ": " + length + " characters, at most " + MAX_UID);
        }
        for (int i = 0; i < length; i++) {
            int c = value.getUnsignedByte(value.readerIndex() + i);
            if (c <= ' ' || c > '~') {
                throw fault(name(0, element) + ": character " + c + " at " + i);
            }
        }
        if (before.isPresent() || length == 0) {
            return before;
        }
        return Optional.of(value.toString(value.readerIndex(), length, StandardCharsets.US_ASCII));
    }

    private static String comment(ByteBuf value) {
        int length = Math.min(unpadded(value), MAX_COMMENT);
        String text = value.toString(value.readerIndex(), length, StandardCharsets.US_ASCII);
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    /** UIDs are padded with NUL (PS3.5 §9.1), text with space; peers mix them up. */
    private static int unpadded(ByteBuf value) {
        int length = value.readableBytes();
        while (length > 0) {
            int c = value.getByte(value.readerIndex() + length - 1);
            if (c != 0 && c != ' ') {
                break;
            }
            length--;
        }
        return length;
    }

    private static String name(int group, int element) {
        return String.format("(%04X,%04X)", group, element);
    }

    private static DimseFault fault(String text) {
        return new DimseFault(AAbort.INVALID_PARAMETER, text);
    }
}
