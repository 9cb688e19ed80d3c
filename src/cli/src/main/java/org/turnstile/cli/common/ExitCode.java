/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.common;

/** Exit statuses of the command {@code turnstile}. */
public final class ExitCode {

    /** All went well. */
    public static final int OK = 0;

    /**
     * The peer or the data said no: rejected, aborted, identity not confirmed, a failure status, a
     * file that could not be stored, a user that is not there.
     */
    public static final int FAILED = 1;

    /** The command line is wrong. */
    public static final int USAGE = 2;

    /** No connection: unknown host, refused, or no answer in time. */
    public static final int NO_CONNECTION = 3;

    /** A file of secrets, of users or of the home folder cannot be read or written. */
    public static final int NO_FILE = 4;

    private ExitCode() {}
}
