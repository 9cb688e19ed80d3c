/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.eua.agent;

import java.io.Serial;

/** There is no request, or its answer is not good; the message says to a person what to do. */
public final class AgentException extends Exception {
    @Serial private static final long serialVersionUID = 1L;

    /** Where the fault lies. */
    public enum Kind {
        /** A credential cache, keytab or configuration is not there or cannot be used. */
        FILE,
        /** No KDC can be found or reached. */
        KDC,
        /** The ticket has expired, or the KDC gives none. */
        TICKET,
        /** The peer does not prove that it is the service. */
        PEER
    }

    private final Kind kind;

    AgentException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    AgentException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** Where the fault lies. */
    public Kind kind() {
        return kind;
    }
}
