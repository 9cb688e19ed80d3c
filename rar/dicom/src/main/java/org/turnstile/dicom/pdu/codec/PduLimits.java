/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.pdu.codec;

/**
 * What a decoder takes at most.
 *
 * @param associateLength most bytes of an A-ASSOCIATE PDU after its header. The standard sets no
 *     bound; the sub-items fit in 64 KiB each
 * @param dataLength most bytes of a P-DATA-TF after its header: what we offered in 51H
 * @param presentationContexts most presentation contexts, 1 to 128, since their ids are odd bytes
 * @param items most items and sub-items in one A-ASSOCIATE PDU, transfer syntaxes not counted
 * @param unknownItems most items and sub-items of unknown type in one A-ASSOCIATE PDU: they are to
 *     be ignored (PS3.8 §9.3.1), and some is enough
 * @param transferSyntaxes most transfer syntaxes of one proposed presentation context
 * @param emptyValues most presentation data values without data in succession
 * @param tinyValues most fragments in succession that are smaller than {@value #TINY} bytes and not
 *     the last of their set
 */
public record PduLimits(
        int associateLength,
        int dataLength,
        int presentationContexts,
        int items,
        int unknownItems,
        int transferSyntaxes,
        int emptyValues,
        int tinyValues) {

    /** A fragment of fewer bytes costs more than it carries. */
    public static final int TINY = 64;

    /** Default of {@link #unknownItems}: the standard has nine sub-items, private ones are rare. */
    public static final int UNKNOWN_ITEMS = 64;

    /** Default of {@link #transferSyntaxes}: the standard has some sixty. */
    public static final int TRANSFER_SYNTAXES = 128;

    /** Default of {@link #emptyValues}: one at the end of a set is usual, two are not. */
    public static final int EMPTY_VALUES = 16;

    /** Default of {@link #tinyValues}. */
    public static final int TINY_VALUES = 1024;

    /** 1 MiB, 256 KiB, 128 contexts, 256 items; the rest as of its own default. */
    public static final PduLimits DEFAULT = new PduLimits(1024 * 1024, 256 * 1024, 128, 256);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException names the field and its value
     */
    public PduLimits {
        within("associateLength", associateLength, 68, 16 * 1024 * 1024);
        within("dataLength", dataLength, 4096, 128 * 1024 * 1024);
        within("presentationContexts", presentationContexts, 1, 128);
        within("items", items, 8, 65536);
        within("unknownItems", unknownItems, 0, 65536);
        within("transferSyntaxes", transferSyntaxes, 1, 65536);
        within("emptyValues", emptyValues, 1, 65536);
        within("tinyValues", tinyValues, 1, 65536);
    }

    /** The limits that are usually set; the others have their defaults. */
    public PduLimits(int associateLength, int dataLength, int presentationContexts, int items) {
        this(
                associateLength,
                dataLength,
                presentationContexts,
                items,
                UNKNOWN_ITEMS,
                TRANSFER_SYNTAXES,
                EMPTY_VALUES,
                TINY_VALUES);
    }

    private static void within(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    field + ": " + value + " is not " + least + " to " + most);
        }
    }
}
