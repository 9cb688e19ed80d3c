/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.pdu.codec;

import io.netty.buffer.ByteBufUtil;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.turnstile.dicom.pdu.AAssociateAc;
import org.turnstile.dicom.pdu.AAssociateRq;
import org.turnstile.dicom.pdu.PDataTf;
import org.turnstile.dicom.pdu.Pdu;
import org.turnstile.dicom.pdu.PresentationDataValue;
import org.turnstile.dicom.pdu.UserIdentityRq;
import org.turnstile.dicom.pdu.UserInformation;

/** PDUs as values that can be compared, secrets and buffers included. */
final class PduValues {

    private PduValues() {}

    /** Everything that goes over the wire; deviations do not. */
    static Object of(Pdu pdu) {
        if (pdu instanceof AAssociateRq rq) {
            return Arrays.asList(
                    rq.protocolVersion(),
                    rq.calledAeTitle(),
                    rq.callingAeTitle(),
                    rq.applicationContext(),
                    rq.contexts(),
                    of(rq.userInformation()));
        }
        if (pdu instanceof AAssociateAc ac) {
            return Arrays.asList(
                    ac.protocolVersion(),
                    ac.calledAeTitle(),
                    ac.callingAeTitle(),
                    ac.applicationContext(),
                    ac.contexts(),
                    of(ac.userInformation()));
        }
        if (pdu instanceof PDataTf data) {
            return data.values().stream().map(PduValues::of).toList();
        }
        return pdu;
    }

    private static List<Object> of(UserInformation info) {
        return Arrays.asList(
                info.maximumLength(),
                info.implementationClassUid(),
                info.asynchronousOperations(),
                info.roleSelections(),
                info.implementationVersionName(),
                info.extendedNegotiations(),
                info.commonExtendedNegotiations(),
                info.userIdentityRq().map(PduValues::of),
                info.userIdentityAc().map(response -> ByteBuffer.wrap(response.serverResponse())));
    }

    private static List<Object> of(UserIdentityRq identity) {
        return Arrays.asList(
                identity.type(),
                identity.positiveResponseRequested(),
                ByteBuffer.wrap(identity.primary()),
                ByteBuffer.wrap(identity.secondary()));
    }

    private static List<Object> of(PresentationDataValue value) {
        return Arrays.asList(
                value.contextId(),
                value.command(),
                value.last(),
                ByteBuffer.wrap(ByteBufUtil.getBytes(value.data())));
    }
}
