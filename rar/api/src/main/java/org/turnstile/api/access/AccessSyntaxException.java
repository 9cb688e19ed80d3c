/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.access;

import java.io.IOException;
import java.io.Serial;

/** A rule that is not written as it should be: says where, and what was expected. */
public final class AccessSyntaxException extends IOException {
    @Serial private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    /**
     * Says where and what.
     *
     * @param line line, from 1
     * @param column column in characters, from 1
     * @param problem what was expected there, and what was found
     */
    public AccessSyntaxException(int line, int column, String problem) {
        super("line " + line + ", column " + column + ": " + problem);
        this.line = line;
        this.column = column;
    }

    /** The line, from 1. */
    public int line() {
        return line;
    }

    /** The column in characters, from 1. */
    public int column() {
        return column;
    }
}
