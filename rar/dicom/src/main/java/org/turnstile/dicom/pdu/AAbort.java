/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.pdu;

/**
 * A-ABORT (PS3.8 §9.3.8).
 *
 * @param source 0 service-user, 2 service-provider
 * @param reason with source 2: 0 not specified, 1 unrecognized PDU, 2 unexpected PDU, 4
 *     unrecognized parameter, 5 unexpected parameter, 6 invalid parameter value
 */
public record AAbort(int source, int reason) implements Pdu {

    /** By the service-user. */
    public static final AAbort USER = new AAbort(0, 0);

    /** By the provider: unrecognized PDU. */
    public static final AAbort UNRECOGNIZED_PDU = new AAbort(2, 1);

    /** By the provider: unexpected PDU. */
    public static final AAbort UNEXPECTED_PDU = new AAbort(2, 2);

    /** By the provider: invalid PDU parameter value. */
    public static final AAbort INVALID_PARAMETER = new AAbort(2, 6);

    @Override
    public int type() {
        return 0x07;
    }
}
