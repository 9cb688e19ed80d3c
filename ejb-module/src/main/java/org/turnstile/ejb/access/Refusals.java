/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.access;

import org.turnstile.api.Association;
import org.turnstile.api.Status;
import org.turnstile.ejb.log.EjbLog;
import org.turnstile.ejb.settings.AccessFailure;

/** What an operation is answered, and the operator told, when the rules do not answer. */
final class Refusals {

    private final Status status;

    Refusals(AccessFailure failure) {
        this.status =
                switch (failure) {
                    case NOT_AUTHORIZED -> Status.NOT_AUTHORIZED;
                    case OUT_OF_RESOURCES -> Status.OUT_OF_RESOURCES;
                };
    }

    Status status(Association association, AccessUnavailableException why) {
        EjbLog.LOG.accessUnavailable(
                association.id(),
                association.identity().toString(),
                why.getMessage(),
                why.getCause());
        return status;
    }
}
