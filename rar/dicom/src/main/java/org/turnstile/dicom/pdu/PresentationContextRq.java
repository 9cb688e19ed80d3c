/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.pdu;

import java.util.List;

/**
 * A proposed presentation context (PS3.8 §9.3.2.2).
 *
 * @param id odd, 1 to 255
 * @param abstractSyntax SOP class UID
 * @param transferSyntaxes transfer syntax UIDs, at least one, in the requestor's order
 */
public record PresentationContextRq(int id, String abstractSyntax, List<String> transferSyntaxes) {

    /** Copies the list. */
    public PresentationContextRq {
        transferSyntaxes = List.copyOf(transferSyntaxes);
    }
}
