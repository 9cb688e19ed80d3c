/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.pdu.codec;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.util.Locale;
import org.turnstile.api.UID;

/** Writes items, whose length fields are filled in when their end is known (PS3.8 §9.3.1). */
final class ItemWriter {

    static final int MAX_ITEM_LENGTH = 0xFFFF;
    private static final int AE_TITLE_LENGTH = 16;

    private final ByteBuf out;

    ItemWriter(ByteBuf out) {
        this.out = out;
    }

    /** Makes room for so many bytes. */
    void room(int length) {
        out.ensureWritable(length);
    }

    /** Writes the header of an item; answers its place, for {@link #end}. */
    int begin(int type) {
        out.writeByte(type).writeByte(0).writeShort(0);
        return out.writerIndex();
    }

    /** Fills in the length of the item that began there. */
    void end(int begin, String item) {
        int length = out.writerIndex() - begin;
        out.setShort(begin - 2, checkLength(length, item));
    }

    void u8(int value, String field) {
        if (value < 0 || value > 0xFF) {
            throw new IllegalArgumentException(field + ": " + value + " is not 0 to 255");
        }
        out.writeByte(value);
    }

    void u16(int value, String field) {
        if (value < 0 || value > 0xFFFF) {
            throw new IllegalArgumentException(field + ": " + value + " is not 0 to 65535");
        }
        out.writeShort(value);
    }

    void u32(long value, String field) {
        if (value < 0 || value > 0xFFFFFFFFL) {
            throw new IllegalArgumentException(field + ": " + value + " is not 0 to 4294967295");
        }
        out.writeInt((int) value);
    }

    void zeros(int count) {
        out.writeZero(count);
    }

    void bytes(byte[] value) {
        out.writeBytes(value);
    }

    /** Writes a 16-bit length and the bytes. */
    void counted(byte[] value, String field) {
        out.writeShort(checkLength(value.length, field)).writeBytes(value);
    }

    /** Writes an item that holds nothing but a UID. */
    void uidItem(int type, String uid, String field) {
        int item = begin(type);
        ascii(uid, UID.MAX_LENGTH, field);
        end(item, field);
    }

    /** Writes a 16-bit length and a UID. */
    void countedUid(String uid, String field) {
        out.writeShort(uid.length());
        ascii(uid, UID.MAX_LENGTH, field);
    }

    /** Writes an AE title, padded with spaces. */
    void aeTitle(String title, String field) {
        ascii(title, AE_TITLE_LENGTH, field);
        for (int i = title.length(); i < AE_TITLE_LENGTH; i++) {
            out.writeByte(' ');
        }
    }

    /** Writes printable ASCII text. */
    void ascii(String text, int most, String field) {
        if (text.length() > most) {
            throw new PduTooLongException(field, text.length(), most);
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                throw new IllegalArgumentException(
                        String.format(Locale.ROOT, "%s: character %04XH at %d", field, (int) c, i));
            }
        }
        ByteBufUtil.writeAscii(out, text);
    }

    /** Whether a length fits into 16 bits; a counter that wraps would end the item too early. */
    static int checkLength(long length, String field) {
        if (length > MAX_ITEM_LENGTH) {
            throw new PduTooLongException(field, length, MAX_ITEM_LENGTH);
        }
        return (int) length;
    }
}
