/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.pdu;

/** User identity of an accept (59H, PS3.7 §D.3.3.7.2). */
public final class UserIdentityAc {

    private final byte[] serverResponse;

    /** Takes over the array. */
    public UserIdentityAc(byte[] serverResponse) {
        this.serverResponse = serverResponse;
    }

    /** Server-response: an AP-REP for type 3, else of zero length. */
    public byte[] serverResponse() {
        return serverResponse;
    }

    @Override
    public String toString() {
        return "UserIdentityAc[server response of " + serverResponse.length + " bytes]";
    }
}
