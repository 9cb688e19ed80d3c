/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.demo.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.turnstile.api.data.DatasetBuilder;
import org.turnstile.api.data.Tag;
import org.turnstile.api.data.VR;

/** A picture of 64 by 64 pixels of 12 bits in words of 16. */
final class DemoPixels {

    private static final int EDGE = 64;
    private static final int BITS = 12;
    private static final int WHITE = (1 << BITS) - 1;

    private final byte[] words;

    private DemoPixels(byte[] words) {
        this.words = words;
    }

    /** From black at the upper left to white at the lower right; the slice's number moves it. */
    static DemoPixels gradient(int slice) {
        ByteBuffer words = ByteBuffer.allocate(2 * EDGE * EDGE).order(ByteOrder.LITTLE_ENDIAN);
        for (int row = 0; row < EDGE; row++) {
            for (int column = 0; column < EDGE; column++) {
                int way = row + column + 8 * (slice - 1);
                words.putShort((short) Math.min(WHITE, way * WHITE / (2 * (EDGE - 1))));
            }
        }
        return new DemoPixels(words.array());
    }

    /** Adds the Image Pixel module (PS3.3 §C.7.6.3). */
    void addTo(DatasetBuilder image) {
        image.setLong(Tag.SamplesPerPixel, 1)
                .setString(Tag.PhotometricInterpretation, "MONOCHROME2")
                .setLong(Tag.Rows, EDGE)
                .setLong(Tag.Columns, EDGE)
                .setLong(Tag.BitsAllocated, 16)
                .setLong(Tag.BitsStored, BITS)
                .setLong(Tag.HighBit, BITS - 1)
                .setLong(Tag.PixelRepresentation, 0)
                .setBytes(Tag.PixelData, VR.OW, words);
    }
}
