/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.wildfly;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A Part 10 file (PS3.10 §7.1), taken apart without help of ours. */
final class StoredObject {

    private static final int PREAMBLE = 128;
    // (0002,0000) UL 4: tag, VR, length, value
    private static final int GROUP_LENGTH = PREAMBLE + 4 + 8;

    private StoredObject() {}

    /** What follows the file meta information. */
    static byte[] dataSet(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String prefix = new String(bytes, PREAMBLE, 4, StandardCharsets.US_ASCII);
        if (!prefix.equals("DICM")) {
            throw new AssertionError(file + " is no Part 10 file");
        }
        int length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(GROUP_LENGTH);
        return Arrays.copyOfRange(bytes, GROUP_LENGTH + 4 + length, bytes.length);
    }
}
