/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.io;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.turnstile.api.data.Dataset;

/**
 * Reads one data set from a stream, as it arrives: nothing is allocated because a length field says
 * so. Elements must come in the order of their tags (PS3.5 §7.1). After an error nothing more is
 * read. Not for use by several threads.
 */
public final class DatasetReader implements Closeable {

    /** The first tag of group 7FE0H: reading until here leaves all pixel data in the stream. */
    public static final int PIXEL_DATA_GROUP = 0x7FE00000;

    private final InputStream in;
    private final TransferSyntax syntax;
    private final Path path = new Path();
    private final ByteSource source;
    private final ElementParser parser;
    private boolean used;

    /** With the default limits. */
    public DatasetReader(InputStream in, TransferSyntax syntax) {
        this(in, syntax, ReadLimits.DEFAULT);
    }

    /**
     * On a stream whose first byte is the first of the data set. Up to 8 KiB more are taken from it
     * than are read.
     */
    public DatasetReader(InputStream in, TransferSyntax syntax, ReadLimits limits) {
        this.in = syntax.deflated() ? new Inflation(in, limits.maxInflateRatio()) : in;
        this.syntax = syntax;
        this.source = new ByteSource(this.in, path, limits.maxLength());
        this.parser = new ElementParser(source, path, limits);
    }

    /**
     * Reads all.
     *
     * @throws DatasetException if the bytes are not a data set, or go beyond a limit
     * @throws IOException if the stream fails
     */
    public Dataset read() throws IOException {
        // no element is as high: group FFFFH is not used (PS3.5 §7.8)
        return readUntil(0xFFFFFFFF);
    }

    /**
     * Reads the elements below a tag and stops before the first other one.
     *
     * @param stopTag compared without sign
     * @throws DatasetException if the bytes are not a data set, or go beyond a limit
     * @throws IOException if the stream fails
     * @throws IllegalStateException at the second call
     */
    public Dataset readUntil(int stopTag) throws IOException {
        if (used) {
            throw new IllegalStateException("a reader reads one data set");
        }
        used = true;
        return parser.outermost(Scope.outermost(syntax), stopTag);
    }

    /** Reads what comes before the pixel data. */
    public Dataset readUntilPixelData() throws IOException {
        return readUntil(PIXEL_DATA_GROUP);
    }

    /** Bytes of the data set read so far, after inflating. */
    public long position() {
        return source.position();
    }

    /** Closes the stream. */
    @Override
    public void close() throws IOException {
        in.close();
    }
}
