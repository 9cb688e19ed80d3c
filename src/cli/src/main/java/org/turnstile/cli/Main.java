/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli;

import org.turnstile.cli.common.Surroundings;

/** Entry point of the command {@code turnstile}. */
public final class Main {

    private Main() {}

    /** Runs the command line and ends the process with its exit status. */
    public static void main(String[] args) {
        System.exit(TurnstileCommand.create(Surroundings.ofProcess()).execute(args));
    }
}
