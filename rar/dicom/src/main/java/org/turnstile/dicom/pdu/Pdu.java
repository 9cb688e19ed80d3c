/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.pdu;

/** A protocol data unit of the DICOM upper layer (PS3.8 §9.3). */
public sealed interface Pdu
        permits AAssociateRq, AAssociateAc, AAssociateRj, PDataTf, AReleaseRq, AReleaseRp, AAbort {

    /** PDU type as on the wire, 01H to 07H. */
    int type();
}
