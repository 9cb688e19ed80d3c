/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.file;

import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;

/** A file that is not written as it should be; says where, and what is wrong. */
public final class FileSyntaxException extends IOException {
    @Serial private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    /**
     * Says where and what.
     *
     * @param file the file
     * @param line line, from 1
     * @param column column in characters, from 1
     * @param problem what is wrong there, without any secret
     */
    public FileSyntaxException(Path file, int line, int column, String problem) {
        super(file + ", line " + line + ", column " + column + ": " + problem);
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
