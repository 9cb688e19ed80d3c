/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.pdu;

import java.util.List;

/**
 * A-ASSOCIATE-RQ (PS3.8 §9.3.2).
 *
 * @param protocolVersion bit 0 set means version 1; other bits are not tested (16 bits)
 * @param calledAeTitle called AE title without padding, 1 to 16 characters; empty if a peer sent
 *     nothing but padding, to be rejected as an AE title that is not recognized
 * @param callingAeTitle calling AE title, likewise
 * @param applicationContext application context name (10H); empty if a peer sent none, to be
 *     rejected as one that is not supported
 * @param contexts proposed presentation contexts (20H), in their order; none if a peer sent none
 * @param userInformation user information (50H)
 * @param deviations what a strict listener would not take; empty for a request we make
 */
public record AAssociateRq(
        int protocolVersion,
        String calledAeTitle,
        String callingAeTitle,
        String applicationContext,
        List<PresentationContextRq> contexts,
        UserInformation userInformation,
        List<Deviation> deviations)
        implements Pdu {

    /** Copies the lists. */
    public AAssociateRq {
        contexts = List.copyOf(contexts);
        deviations = List.copyOf(deviations);
    }

    @Override
    public int type() {
        return 0x01;
    }
}
