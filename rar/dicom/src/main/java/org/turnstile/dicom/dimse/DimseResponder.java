/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse;

import org.turnstile.api.AssociationLostException;
import org.turnstile.api.Status;
import org.turnstile.api.data.Dataset;

/** Takes the responses to one request, from any thread, one at a time. */
public interface DimseResponder {

    /**
     * Sends a response that others follow, to a query only. Waits while the peer is slow, so it is
     * not to be called on an event loop. After a cancel the response is dropped.
     *
     * @param status {@link Status#PENDING} or {@link Status#PENDING_WARNING}
     * @param dataset the identifier of the response
     * @throws AssociationLostException if the association has ended, or the peer has not made room
     *     within the write time; it is then cut off
     * @throws IllegalArgumentException if the status is not pending, or the transfer syntax cannot
     *     carry the data set
     * @throws IllegalStateException if the request is no query, or is completed
     */
    void pending(Status status, Dataset dataset) throws AssociationLostException;

    /** Whether the peer has cancelled the request (C-CANCEL, PS3.7 §9.3.2.3). */
    boolean cancelled();

    /**
     * Sends the final response. What is left of the data set is skipped. A second call does
     * nothing; so does one after the association has ended. Success becomes {@link
     * Status#CANCELLED} where a pending response was dropped.
     */
    void complete(Status status);
}
