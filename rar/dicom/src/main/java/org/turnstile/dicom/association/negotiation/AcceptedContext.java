/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.association.negotiation;

/**
 * A presentation context that both sides may use.
 *
 * @param id odd, 1 to 255
 * @param abstractSyntax SOP class UID
 * @param transferSyntax the one transfer syntax that was accepted
 * @param requestorIsScu whether the association requestor may invoke operations on it
 * @param requestorIsScp whether the association requestor may perform operations on it
 */
public record AcceptedContext(
        int id,
        String abstractSyntax,
        String transferSyntax,
        boolean requestorIsScu,
        boolean requestorIsScp) {}
