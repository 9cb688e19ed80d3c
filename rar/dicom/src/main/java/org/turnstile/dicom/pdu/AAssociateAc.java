/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.pdu;

import java.util.List;

/**
 * A-ASSOCIATE-AC (PS3.8 §9.3.3).
 *
 * @param protocolVersion 1
 * @param calledAeTitle as in the request; not tested when received
 * @param callingAeTitle as in the request; not tested when received
 * @param applicationContext application context name (10H); empty if a peer sent none
 * @param contexts answers to the presentation contexts (21H)
 * @param userInformation user information (50H)
 */
public record AAssociateAc(
        int protocolVersion,
        String calledAeTitle,
        String callingAeTitle,
        String applicationContext,
        List<PresentationContextAc> contexts,
        UserInformation userInformation)
        implements Pdu {

    /** Copies the list. */
    public AAssociateAc {
        contexts = List.copyOf(contexts);
    }

    @Override
    public int type() {
        return 0x02;
    }
}
