/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.pdu;

import java.util.List;

/**
 * SOP class common extended negotiation (57H, PS3.7 §D.3.3.6).
 *
 * @param sopClass SOP class UID
 * @param serviceClass service class UID
 * @param relatedGeneralSopClasses related general SOP class UIDs
 */
public record CommonExtendedNegotiation(
        String sopClass, String serviceClass, List<String> relatedGeneralSopClasses) {

    /** Copies the list. */
    public CommonExtendedNegotiation {
        relatedGeneralSopClasses = List.copyOf(relatedGeneralSopClasses);
    }
}
