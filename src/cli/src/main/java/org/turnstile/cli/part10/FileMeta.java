/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.part10;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.turnstile.api.UID;

/**
 * The file meta information (PS3.10 §7.1) as far as a C-STORE needs it.
 *
 * @param sopClass Media Storage SOP Class UID (0002,0002)
 * @param sopInstance Media Storage SOP Instance UID (0002,0003)
 * @param transferSyntax Transfer Syntax UID (0002,0010)
 */
public record FileMeta(String sopClass, String sopInstance, String transferSyntax) {

    private static final int PREAMBLE = 128;
    private static final int GROUP = 0x0002;
    private static final int SOP_CLASS = 0x0002;
    private static final int SOP_INSTANCE = 0x0003;
    private static final int TRANSFER_SYNTAX = 0x0010;

    /** Most bytes of file meta information: private information in it may be long, but not so. */
    private static final int MOST_BYTES = 1024 * 1024;

    /** VRs whose length has 32 bits in Explicit VR (PS3.5 §7.1.2). */
    private static final Set<String> LONG_VRS =
            Set.of("OB", "OD", "OF", "OL", "OV", "OW", "SQ", "SV", "UC", "UN", "UR", "UT", "UV");

    /**
     * Reads it; the stream then stands at the first byte of the data set.
     *
     * @param in at the first byte of the file; must support marks
     * @throws Part10Exception if there is none or it breaks a rule
     */
    public static FileMeta read(InputStream in) throws IOException {
        byte[] preamble = in.readNBytes(PREAMBLE + 4);
        if (preamble.length < PREAMBLE + 4
                || !ascii(preamble, PREAMBLE, preamble.length).equals("DICM")) {
            throw new Part10Exception("not a DICOM file: no DICM after the preamble");
        }
        Map<Integer, String> uids = new TreeMap<>();
        int left = MOST_BYTES;
        while (nextIsMeta(in)) {
            left -= element(in, left, uids);
        }
        return new FileMeta(
                uid(uids, SOP_CLASS, "Media Storage SOP Class UID"),
                uid(uids, SOP_INSTANCE, "Media Storage SOP Instance UID"),
                uid(uids, TRANSFER_SYNTAX, "Transfer Syntax UID"));
    }

    private static boolean nextIsMeta(InputStream in) throws IOException {
        in.mark(2);
        byte[] group = in.readNBytes(2);
        in.reset();
        return group.length == 2 && u16(group, 0) == GROUP;
    }

    /** Reads one element and says how many bytes its value had. */
    private static int element(InputStream in, int most, Map<Integer, String> uids)
            throws IOException {
        byte[] header = exactly(in, 8);
        int element = u16(header, 2);
        String vr = ascii(header, 4, 6);
        long length = u16(header, 6);
        if (LONG_VRS.contains(vr)) {
            byte[] bytes = exactly(in, 4);
            length = u16(bytes, 0) | ((long) u16(bytes, 2) << 16);
        }
        if (length > most) {
            throw new Part10Exception(
                    String.format("(0002,%04X): a length of %d", element, length));
        }
        if (element == SOP_CLASS || element == SOP_INSTANCE || element == TRANSFER_SYNTAX) {
            byte[] value = exactly(in, (int) length);
            uids.put(element, ascii(value, 0, value.length).replaceAll("[\0 ]+$", ""));
        } else {
            skip(in, length);
        }
        return (int) length;
    }

    private static String uid(Map<Integer, String> uids, int element, String name)
            throws Part10Exception {
        String uid = uids.get(element);
        if (uid == null || !UID.isValid(uid)) {
            throw new Part10Exception(
                    String.format(
                            "%s (0002,%04X): %s",
                            name, element, uid == null ? "absent" : "not a UID"));
        }
        return uid;
    }

    private static byte[] exactly(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new Part10Exception("cut off in the file meta information");
        }
        return bytes;
    }

    private static void skip(InputStream in, long length) throws IOException {
        for (long left = length; left > 0; ) {
            left -= exactly(in, (int) Math.min(left, 8192)).length;
        }
    }

    private static int u16(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8;
    }

    private static String ascii(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
