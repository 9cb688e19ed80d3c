/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse.client;

import java.io.Serial;
import org.turnstile.dicom.pdu.AAssociateRj;

/** The peer has rejected the association; the message says how, in the words of PS3.8 §9.3.4. */
public final class AssociationRejectedException extends AssociationException {
    @Serial private static final long serialVersionUID = 1L;

    private final transient AAssociateRj rj;

    /** Of a reject as received. */
    public AssociationRejectedException(AAssociateRj rj) {
        super(
                "association rejected: "
                        + result(rj.result())
                        + ", "
                        + source(rj)
                        + ", "
                        + reason(rj));
        this.rj = rj;
    }

    /** The reject as received. */
    public AAssociateRj rj() {
        return rj;
    }

    private static String result(int result) {
        return switch (result) {
            case 1 -> "rejected-permanent";
            case 2 -> "rejected-transient";
            default -> "result " + result;
        };
    }

    private static String source(AAssociateRj rj) {
        return switch (rj.source()) {
            case 1 -> "service-user";
            case 2 -> "service-provider (ACSE)";
            case 3 -> "service-provider (presentation)";
            default -> "source " + rj.source();
        };
    }

    private static String reason(AAssociateRj rj) {
        return switch (rj.source() * 16 + rj.reason()) {
            case 0x11, 0x21 -> "no-reason-given";
            case 0x12 -> "application-context-name-not-supported";
            case 0x13 -> "calling-AE-title-not-recognized";
            case 0x17 -> "called-AE-title-not-recognized";
            case 0x22 -> "protocol-version-not-supported";
            case 0x31 -> "temporary-congestion";
            case 0x32 -> "local-limit-exceeded";
            default -> "reason " + rj.reason();
        };
    }
}
