/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.io;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/** Inflates (RFC 1951, without a zlib header), and refuses what grows too much. */
final class Inflation extends InputStream {

    private static final String FIELD = "deflated data";

    private final Inflater inflater = new Inflater(true);
    private final InputStream in;
    private final int maxRatio;
    private long count;

    Inflation(InputStream deflated, int maxRatio) {
        this.in = new InflaterInputStream(deflated, inflater);
        this.maxRatio = maxRatio;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int got;
        try {
            got = in.read(bytes, from, length);
        } catch (ZipException | EOFException e) {
            DatasetException wrong =
                    new DatasetException("", count, FIELD, "cannot be inflated: " + e.getMessage());
            wrong.initCause(e);
            throw wrong;
        }
        count += Math.max(got, 0);
        check();
        return got;
    }

    private void check() throws DatasetException {
        // what the inflater has taken in may run ahead by its buffer, which only helps the peer
        if (count > ReadLimits.FREE_INFLATED && count / maxRatio > inflater.getBytesRead()) {
            throw new DatasetException(
                    "", count, FIELD, "inflates to more than " + maxRatio + " times its length");
        }
    }

    /** Frees the inflater and closes the stream below. */
    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }
}
