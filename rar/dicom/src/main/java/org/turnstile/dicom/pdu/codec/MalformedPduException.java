/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.pdu.codec;

/** A fault in a received PDU, on its way to become a {@link MalformedPdu}. Has no stack trace. */
final class MalformedPduException extends Exception {

    private static final long serialVersionUID = 1L;

    MalformedPduException(String fault) {
        super(fault, null, false, false);
    }
}
