/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench;

import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Makes of a value out of range what the command line reports as bad usage. */
final class Checks {

    private Checks() {}

    static <T> T inRange(CommandSpec spec, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
