/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.pdu.codec;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.turnstile.dicom.pdu.Deviation;
import org.turnstile.dicom.pdu.UserIdentityAc;
import org.turnstile.dicom.pdu.UserIdentityRq;

/** Reads user identities (58H and 59H, PS3.7 §D.3.3.7). Every length has to fit exactly. */
final class UserIdentityDecoder {

    /** User-Identity-Type: username and passcode, the only one with a secondary field. */
    private static final int PASSCODE = 2;

    private UserIdentityDecoder() {}

    /**
     * The 58H of a request.
     *
     * @param deviations is told what a strict listener would not take
     */
    static UserIdentityRq rq(PduReader item, Set<Deviation> deviations)
            throws MalformedPduException {
        int type = item.u8("user identity type");
        int requested = item.u8("positive response requested");
        byte[] primary = item.counted("primary field");
        byte[] secondary;
        try {
            secondary = item.counted("secondary field");
            item.end();
        } catch (MalformedPduException e) {
            Arrays.fill(primary, (byte) 0);
            throw e;
        }
        if (requested > 1) {
            deviations.add(Deviation.POSITIVE_RESPONSE_REQUESTED_VALUE);
        }
        if (type != PASSCODE && secondary.length > 0) {
            deviations.add(Deviation.SECONDARY_FIELD_WITHOUT_PASSCODE);
            Arrays.fill(secondary, (byte) 0);
            secondary = new byte[0];
        }
        return new UserIdentityRq(type, requested != 0, primary, secondary);
    }

    /** The 59H of an accept. */
    static UserIdentityAc ac(PduReader item) throws MalformedPduException {
        byte[] response = item.counted("server response");
        item.end();
        return new UserIdentityAc(response);
    }

    /**
     * A 58H of an accept, which Supplement 99 laid out as today's 59H. Empty if it is laid out in
     * another way: some peers send the request's item back.
     */
    static Optional<UserIdentityAc> responseIn58H(PduReader item) throws MalformedPduException {
        if (item.remaining() < 2) {
            return Optional.empty();
        }
        int length = item.u16("server response length");
        if (length != item.remaining()) {
            return Optional.empty();
        }
        return Optional.of(new UserIdentityAc(item.bytes(length, "server response")));
    }
}
