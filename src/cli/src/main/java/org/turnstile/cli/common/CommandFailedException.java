/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.common;

/** Ends a command: its message is shown to the user, its code is the exit status. */
public final class CommandFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    /**
     * A failure without a further cause.
     *
     * @param exitCode one of {@link ExitCode}
     * @param message for the user; never holds a secret
     */
    public CommandFailedException(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** A failure with its cause. */
    public CommandFailedException(int exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** The exit status, one of {@link ExitCode}. */
    public int exitCode() {
        return exitCode;
    }
}
