/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.query;

import java.util.Objects;
import org.turnstile.api.Status;
import org.turnstile.api.data.Dictionary;
import org.turnstile.api.data.ElementEntry;
import org.turnstile.api.data.Tags;

/** An identifier that is not answered; holds the status that says so. */
final class IdentifierException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Status status;

    private IdentifierException(Status status) {
        super(status.toString());
        this.status = Objects.requireNonNull(status);
    }

    /** A900H: the key breaks a rule. */
    static IdentifierException mismatch(int tag, String reason) {
        return new IdentifierException(Status.DATA_SET_MISMATCH.withComment(comment(tag, reason)));
    }

    /** A700H: the key asks for more than is done for one query. */
    static IdentifierException tooMuch(int tag, String reason) {
        return new IdentifierException(Status.OUT_OF_RESOURCES.withComment(comment(tag, reason)));
    }

    private static String comment(int tag, String reason) {
        String keyword = Dictionary.standard().element(tag).map(ElementEntry::keyword).orElse("");
        return (keyword + " " + Tags.toString(tag) + ": " + reason).strip();
    }

    Status status() {
        return status;
    }
}
