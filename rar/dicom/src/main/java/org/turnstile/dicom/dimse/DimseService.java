/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse;

/** Serves the DIMSE requests of accepted associations. */
public interface DimseService {

    /**
     * Takes one request. Called on the event loop, so it must not block: the data set is read and
     * the responder used from another thread. Requests of one association come one at a time, the
     * next only when the response to the last has been given.
     */
    void onRequest(DimseRequest request, DimseResponder responder);
}
