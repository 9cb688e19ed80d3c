/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.kerberos;

import org.turnstile.cli.common.CommandFailedException;
import org.turnstile.cli.common.ExitCode;
import org.turnstile.eua.agent.AgentException;

/** What the command line makes of failures of Kerberos. */
public final class AgentFailures {

    private AgentFailures() {}

    /** The failure, with the exit status of its kind. */
    public static CommandFailedException of(AgentException e) {
        int code =
                switch (e.kind()) {
                    case FILE -> ExitCode.NO_FILE;
                    case KDC -> ExitCode.NO_CONNECTION;
                    case TICKET, PEER -> ExitCode.FAILED;
                };
        return new CommandFailedException(code, e.getMessage(), e);
    }
}
