/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.storage;

import org.turnstile.api.Status;

/** An object that is not kept because of what it is; the message is for the operator. */
final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Status status;

    /** With the answer, whose comment says the reason. */
    RefusedException(Status status) {
        this(status, null);
    }

    /** With the answer, whose comment says the reason, and the cause of it. */
    RefusedException(Status status, Throwable cause) {
        super(cause == null ? status.comment() : cause.getMessage(), cause);
        this.status = status;
    }

    Status status() {
        return status;
    }
}
