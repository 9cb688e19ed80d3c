/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.pdu.codec;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import org.turnstile.api.UID;

/**
 * Reads the fields of one PDU, item or sub-item and never beyond its end. Faults name the field and
 * give lengths and single characters, never the content.
 */
final class PduReader {

    private static final int AE_TITLE_LENGTH = 16;

    private final ByteBuf in;
    private final String name;

    PduReader(ByteBuf in, String name) {
        this.in = in;
        this.name = name;
    }

    int remaining() {
        return in.readableBytes();
    }

    int u8(String field) throws MalformedPduException {
        need(1, field);
        return in.readUnsignedByte();
    }

    int u16(String field) throws MalformedPduException {
        need(2, field);
        return in.readUnsignedShort();
    }

    long u32(String field) throws MalformedPduException {
        need(4, field);
        return in.readUnsignedInt();
    }

    void skip(int length, String field) throws MalformedPduException {
        need(length, field);
        in.skipBytes(length);
    }

    byte[] bytes(int length, String field) throws MalformedPduException {
        need(length, field);
        byte[] bytes = new byte[length];
        in.readBytes(bytes);
        return bytes;
    }

    /** A reader of the next bytes alone. */
    PduReader sub(int length, String item) throws MalformedPduException {
        need(length, item);
        return new PduReader(in.readSlice(length), item);
    }

    /** A 16-bit length and as many bytes. */
    byte[] counted(String field) throws MalformedPduException {
        return bytes(u16(field + " length"), field);
    }

    /** A 16-bit length and a UID. */
    String countedUid(String field) throws MalformedPduException {
        return uid(u16(field + " length"), field);
    }

    /** The rest of the item as a UID. */
    String uid(String field) throws MalformedPduException {
        return uid(remaining(), field);
    }

    /**
     * A UID in its widest sense: one to 64 characters without space. One of the wrong form is no
     * reason to give up an association: nobody knows it, so its presentation context is rejected.
     */
    private String uid(int length, String field) throws MalformedPduException {
        String uid = text(length, UID.MAX_LENGTH, field);
        if (uid.isEmpty() || uid.indexOf(' ') >= 0) {
            throw fault(field + " is not a UID");
        }
        return uid;
    }

    /** An AE title without its padding; empty if it was nothing but padding. */
    String aeTitle(String field) throws MalformedPduException {
        return text(AE_TITLE_LENGTH, AE_TITLE_LENGTH, field);
    }

    /** An AE title that plays no part; empty if it is not text. */
    String anyAeTitle(String field) throws MalformedPduException {
        PduReader title = sub(AE_TITLE_LENGTH, field);
        try {
            return title.aeTitle(field);
        } catch (MalformedPduException notText) {
            return "";
        }
    }

    /**
     * Printable ASCII. Spaces around it and NULs after it are padding: the standard pads AE titles
     * with spaces, and some peers pad UIDs to even length though PS3.8 Annex F forbids it.
     */
    String text(int length, int most, String field) throws MalformedPduException {
        need(length, field);
        int end = in.readerIndex() + length;
        int last = end;
        while (last > in.readerIndex() && in.getByte(last - 1) == 0) {
            last--;
        }
        for (int i = in.readerIndex(); i < last; i++) {
            int c = in.getUnsignedByte(i);
            if (c < ' ' || c > '~') {
                throw fault(field + " has character " + c);
            }
        }
        String text =
                in.toString(in.readerIndex(), last - in.readerIndex(), StandardCharsets.US_ASCII);
        in.readerIndex(end);
        String stripped = text.strip();
        if (stripped.length() > most) {
            throw fault(field + " of " + stripped.length() + " characters, at most " + most);
        }
        return stripped;
    }

    /** Fails if anything is left. */
    void end() throws MalformedPduException {
        if (remaining() > 0) {
            throw fault(remaining() + " bytes too many");
        }
    }

    MalformedPduException fault(String fault) {
        return new MalformedPduException(name + ": " + fault);
    }

    private void need(int length, String field) throws MalformedPduException {
        if (length > remaining()) {
            throw fault(field + " needs " + length + " bytes, " + remaining() + " are left");
        }
    }
}
