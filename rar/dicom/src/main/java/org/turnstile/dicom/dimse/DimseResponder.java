/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse;

import org.turnstile.api.Status;

/** Takes the answer to one request, from any thread. */
public interface DimseResponder {

    /**
     * Sends the final response. What is left of the data set is skipped. A second call does
     * nothing; so does one after the association has ended.
     */
    void complete(Status status);
}
