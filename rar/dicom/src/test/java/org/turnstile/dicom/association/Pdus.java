/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.association;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.turnstile.api.UID;
import org.turnstile.dicom.pdu.AAssociateAc;
import org.turnstile.dicom.pdu.AAssociateRq;
import org.turnstile.dicom.pdu.PresentationContextAc;
import org.turnstile.dicom.pdu.PresentationContextRq;
import org.turnstile.dicom.pdu.RoleSelection;
import org.turnstile.dicom.pdu.UserIdentityRq;
import org.turnstile.dicom.pdu.UserInformation;

/** PDUs of tests: as values, and those of fixed length as the bytes of PS3.8 §9.3. */
final class Pdus {

    /** type 05, reserved, length 4, reserved. */
    static final String RELEASE_RQ = "05000000000400000000";

    /** type 06, reserved, length 4, reserved. */
    static final String RELEASE_RP = "06000000000400000000";

    /** type 07, length 4, source 0 service-user, reason 0. */
    static final String ABORT_USER = "07000000000400000000";

    /** source 2 service-provider, reason 2 unexpected PDU. */
    static final String ABORT_UNEXPECTED = "07000000000400000202";

    /** source 2 service-provider, reason 6 invalid parameter value. */
    static final String ABORT_INVALID = "07000000000400000206";

    /** type 0F does not exist. */
    static final String UNKNOWN_PDU = "0f000000000400000000";

    /** type 04, length 6: item length 2, context 1, data set fragment, not the last, no data. */
    static final String DATA = "04000000000600000002" + "0100";

    private Pdus() {}

    static AAssociateRq rq() {
        return rq(1, UID.APPLICATION_CONTEXT, information(16384));
    }

    static AAssociateRq rq(int version, String applicationContext, UserInformation information) {
        return new AAssociateRq(
                version,
                "CALLED",
                "CALLING",
                applicationContext,
                List.of(verification(1)),
                information,
                List.of());
    }

    static AAssociateRq rqWith(UserIdentityRq identity) {
        return rq(1, UID.APPLICATION_CONTEXT, information(16384).with(identity));
    }

    static AAssociateRq rqWith(List<PresentationContextRq> contexts, List<RoleSelection> roles) {
        UserInformation information =
                new UserInformation(
                        16384,
                        "1.2.3",
                        Optional.empty(),
                        roles,
                        "PEER",
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty());
        return new AAssociateRq(
                1, "CALLED", "CALLING", UID.APPLICATION_CONTEXT, contexts, information, List.of());
    }

    static PresentationContextRq verification(int id) {
        return new PresentationContextRq(
                id, UID.VERIFICATION, List.of(UID.IMPLICIT_VR_LITTLE_ENDIAN));
    }

    static UserInformation information(long maximumLength) {
        return UserInformation.of(maximumLength, "1.2.3", "PEER");
    }

    /** User identity of type 2, which asks for a response. */
    static UserIdentityRq passcode(String user, String passcode) {
        return new UserIdentityRq(
                2,
                true,
                user.getBytes(StandardCharsets.UTF_8),
                passcode.getBytes(StandardCharsets.UTF_8));
    }

    static AAssociateAc ac(long maximumLength) {
        return new AAssociateAc(
                1,
                "CALLED",
                "CALLING",
                UID.APPLICATION_CONTEXT,
                List.of(new PresentationContextAc(1, 0, UID.IMPLICIT_VR_LITTLE_ENDIAN)),
                information(maximumLength));
    }
}
