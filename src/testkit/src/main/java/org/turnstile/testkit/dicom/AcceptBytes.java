/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.testkit.dicom;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes an A-ASSOCIATE-AC apart. All lengths must add up exactly and the sub-items of 50H must
 * ascend, as peers of old expect; else there is an {@link AssertionError}.
 */
public final class AcceptBytes {

    private static final int FIXED = 68;

    private final Map<Integer, Integer> contextResults = new LinkedHashMap<>();
    private final Map<Integer, String> transferSyntaxes = new LinkedHashMap<>();
    private final List<SubItem> subItems = new ArrayList<>();

    /**
     * A sub-item of 50H.
     *
     * @param type 51H to FFH
     * @param hex the whole of it, header included
     */
    public record SubItem(int type, String hex) {}

    private AcceptBytes(RawPdu pdu) {
        if (pdu.type() != 0x02) {
            throw new AssertionError("not an A-ASSOCIATE-AC: " + pdu.hex());
        }
        ByteBuffer items = ByteBuffer.wrap(pdu.body());
        items.position(FIXED);
        int userInformation = 0;
        while (items.hasRemaining()) {
            int type = items.get() & 0xFF;
            ByteBuffer value = value(items);
            if (type == 0x21) {
                context(value);
            } else if (type == 0x50) {
                userInformation++;
                subItems(value);
            }
        }
        if (userInformation != 1) {
            throw new AssertionError(userInformation + " user information items, not 1");
        }
    }

    /** Takes the PDU apart and checks it. */
    public static AcceptBytes of(RawPdu pdu) {
        return new AcceptBytes(pdu);
    }

    /** Result of each presentation context by its id. */
    public Map<Integer, Integer> contextResults() {
        return contextResults;
    }

    /** Transfer syntax of each accepted presentation context by its id. */
    public Map<Integer, String> transferSyntaxes() {
        return transferSyntaxes;
    }

    /** The sub-items of 50H in their order. */
    public List<SubItem> subItems() {
        return subItems;
    }

    /** The sub-items of one type, in hexadecimal. */
    public List<String> subItems(int type) {
        return subItems.stream().filter(item -> item.type() == type).map(SubItem::hex).toList();
    }

    private void context(ByteBuffer value) {
        int id = value.get() & 0xFF;
        value.get();
        int result = value.get() & 0xFF;
        value.get();
        contextResults.put(id, result);
        if (result == 0) {
            value.get();
            transferSyntaxes.put(id, StandardCharsets.US_ASCII.decode(value(value)).toString());
        }
    }

    private void subItems(ByteBuffer value) {
        int last = 0;
        while (value.hasRemaining()) {
            int start = value.position();
            int type = value.get() & 0xFF;
            value(value);
            if (type < last) {
                throw new AssertionError(
                        String.format("sub-item %02XH comes after %02XH", type, last));
            }
            last = type;
            byte[] whole = new byte[value.position() - start];
            value.get(start, whole);
            subItems.add(new SubItem(type, Hex.of(whole)));
        }
    }

    /** The value of an item whose type has been read; the buffer then stands behind it. */
    private static ByteBuffer value(ByteBuffer items) {
        if (items.remaining() < 3) {
            throw new AssertionError("an item is cut after " + items.position() + " bytes");
        }
        items.get();
        int length = items.getShort() & 0xFFFF;
        if (length > items.remaining()) {
            throw new AssertionError(
                    "an item of " + length + " bytes, but " + items.remaining() + " are left");
        }
        ByteBuffer value = items.slice(items.position(), length);
        items.position(items.position() + length);
        return value;
    }
}
