/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse;

import java.io.InputStream;
import java.util.Arrays;

/** So many zero bytes, made as they are read. */
final class Zeros extends InputStream {

    private long left;

    Zeros(long length) {
        left = length;
    }

    @Override
    public int read() {
        if (left == 0) {
            return -1;
        }
        left--;
        return 0;
    }

    @Override
    public int read(byte[] into, int from, int most) {
        if (left == 0) {
            return -1;
        }
        int count = (int) Math.min(most, left);
        Arrays.fill(into, from, from + count, (byte) 0);
        left -= count;
        return count;
    }
}
