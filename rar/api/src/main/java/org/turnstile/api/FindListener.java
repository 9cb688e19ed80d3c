/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api;

/** Serves C-FIND (PS3.7 §9.1.2). */
public interface FindListener {

    /**
     * Answers one query, as the association's user. Matches are pushed one by one; what is returned
     * is the final status: {@link Status#SUCCESS} when all matches have been sent, {@link
     * Status#CANCELLED} once {@link FindResponder#cancelled()} was seen, else a failure.
     *
     * @throws AssociationLostException if the association ends before all is sent
     */
    Status onFind(FindRequest request, FindResponder responder) throws AssociationLostException;
}
