/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.pdu;

import java.nio.ByteBuffer;

/**
 * SOP class extended negotiation (56H, PS3.7 §D.3.3.5).
 *
 * @param sopClass SOP class UID
 * @param information Service-class-application-information
 */
public record ExtendedNegotiation(String sopClass, ByteBuffer information) {

    /** Keeps a read-only view. */
    public ExtendedNegotiation {
        information = information.asReadOnlyBuffer();
    }
}
