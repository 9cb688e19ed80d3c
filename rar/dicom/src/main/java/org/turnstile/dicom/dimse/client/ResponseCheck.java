/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse.client;

/**
 * Looks at the user identity response of an accept (59H, PS3.7 §D.3.3.7.2) before anything else
 * happens on the association: the AP-REP of Kerberos, for one, proves that the peer is the service
 * which the ticket is for.
 */
@FunctionalInterface
public interface ResponseCheck {

    /**
     * Called on the thread that connects.
     *
     * @param serverResponse Server-response as received, 0 to 65,533 bytes
     * @throws IdentityNotConfirmedException if the response does not prove what it should
     */
    void check(byte[] serverResponse) throws IdentityNotConfirmedException;
}
