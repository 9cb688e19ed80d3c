/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.io;

import java.io.IOException;

/** Bytes that are no data set, or go beyond a limit: says where, in which field, and what. */
public final class DatasetException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String path;
    private final long offset;
    private final String field;

    /**
     * With the place of the error.
     *
     * @param path the tags down to the element, {@code (0008,1140)[2].(0008,1150)}; empty outside
     *     of any element
     * @param offset bytes of the data set (inflated) before the place where it was noticed
     * @param field the part of the encoding that is wrong, such as {@code value length}
     * @param detail the value found, and what it may be
     */
    public DatasetException(String path, long offset, String field, String detail) {
        super((path.isEmpty() ? "" : path + " ") + field + " at byte " + offset + ": " + detail);
        this.path = path;
        this.offset = offset;
        this.field = field;
    }

    /** The tags down to the element. */
    public String path() {
        return path;
    }

    /** Bytes before the place where it was noticed. */
    public long offset() {
        return offset;
    }

    /** The part of the encoding that is wrong. */
    public String field() {
        return field;
    }
}
