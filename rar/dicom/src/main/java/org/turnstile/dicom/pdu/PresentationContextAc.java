/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.pdu;

/**
 * The answer to a proposed presentation context (PS3.8 §9.3.3.2).
 *
 * @param id that of the proposal
 * @param result Result/Reason: 0 acceptance, 1 user-rejection, 2 no-reason, 3
 *     abstract-syntax-not-supported, 4 transfer-syntaxes-not-supported
 * @param transferSyntax the one accepted; not significant when rejected
 */
public record PresentationContextAc(int id, int result, String transferSyntax) {

    /** Result: acceptance. */
    public static final int ACCEPTANCE = 0;

    /** Result: user-rejection. */
    public static final int USER_REJECTION = 1;

    /** Result: abstract-syntax-not-supported. */
    public static final int ABSTRACT_SYNTAX_NOT_SUPPORTED = 3;

    /** Result: transfer-syntaxes-not-supported. */
    public static final int TRANSFER_SYNTAXES_NOT_SUPPORTED = 4;

    /** Whether the context may be used. */
    public boolean accepted() {
        return result == ACCEPTANCE;
    }
}
