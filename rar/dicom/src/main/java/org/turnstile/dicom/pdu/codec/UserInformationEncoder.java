/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.pdu.codec;

import java.nio.ByteBuffer;
import java.util.List;
import org.turnstile.dicom.pdu.AsynchronousOperations;
import org.turnstile.dicom.pdu.CommonExtendedNegotiation;
import org.turnstile.dicom.pdu.ExtendedNegotiation;
import org.turnstile.dicom.pdu.RoleSelection;
import org.turnstile.dicom.pdu.UserIdentityAc;
import org.turnstile.dicom.pdu.UserIdentityRq;
import org.turnstile.dicom.pdu.UserInformation;

/** Writes user information (50H), its sub-items ascending: old peers expect them so. */
final class UserInformationEncoder {

    private static final int HEADER = 4;
    private static final int MAX_VERSION_NAME = 16;

    private UserInformationEncoder() {}

    /**
     * The length field of the 50H.
     *
     * @throws PduTooLongException if it or that of a sub-item does not fit into 16 bits
     */
    static int length(UserInformation info) {
        long length = HEADER + 4;
        length += textItem(info.implementationClassUid());
        length += info.asynchronousOperations().map(window -> HEADER + 4L).orElse(0L);
        for (RoleSelection role : info.roleSelections()) {
            length += HEADER + item(2L + role.sopClass().length() + 2, "role selection (54H)");
        }
        length += textItem(info.implementationVersionName());
        for (ExtendedNegotiation negotiation : info.extendedNegotiations()) {
            length += HEADER + item(extended(negotiation), "extended negotiation (56H)");
        }
        for (CommonExtendedNegotiation common : info.commonExtendedNegotiations()) {
            length += HEADER + item(common(common), "common extended negotiation (57H)");
        }
        length += info.userIdentityRq().map(UserInformationEncoder::identity).orElse(0L);
        length += info.userIdentityAc().map(UserInformationEncoder::response).orElse(0L);
        return ItemWriter.checkLength(length, "user information (50H)");
    }

    static void write(UserInformation info, ItemWriter out) {
        // room at once: a buffer that grew would leave a copy of the passcode behind
        out.room(HEADER + length(info));
        int item = out.begin(ItemType.USER_INFORMATION);
        writeNeeded(info, out);
        writeNegotiations(info, out);
        info.userIdentityRq().ifPresent(identity -> write(identity, out));
        info.userIdentityAc().ifPresent(response -> write(response, out));
        out.end(item, "user information (50H)");
    }

    private static void writeNeeded(UserInformation info, ItemWriter out) {
        int maximumLength = out.begin(ItemType.MAXIMUM_LENGTH);
        out.u32(info.maximumLength(), "maximum length (51H)");
        out.end(maximumLength, "maximum length (51H)");
        if (!info.implementationClassUid().isEmpty()) {
            out.uidItem(
                    ItemType.IMPLEMENTATION_CLASS_UID,
                    info.implementationClassUid(),
                    "implementation class UID (52H)");
        }
        info.asynchronousOperations().ifPresent(window -> write(window, out));
        info.roleSelections().forEach(role -> write(role, out));
        if (!info.implementationVersionName().isEmpty()) {
            int name = out.begin(ItemType.IMPLEMENTATION_VERSION_NAME);
            out.ascii(
                    info.implementationVersionName(),
                    MAX_VERSION_NAME,
                    "implementation version name (55H)");
            out.end(name, "implementation version name (55H)");
        }
    }

    private static void writeNegotiations(UserInformation info, ItemWriter out) {
        info.extendedNegotiations().forEach(negotiation -> write(negotiation, out));
        info.commonExtendedNegotiations().forEach(negotiation -> write(negotiation, out));
    }

    private static void write(AsynchronousOperations window, ItemWriter out) {
        int item = out.begin(ItemType.ASYNCHRONOUS_OPERATIONS);
        out.u16(window.invoked(), "operations invoked (53H)");
        out.u16(window.performed(), "operations performed (53H)");
        out.end(item, "asynchronous operations (53H)");
    }

    private static void write(RoleSelection role, ItemWriter out) {
        int item = out.begin(ItemType.ROLE_SELECTION);
        out.countedUid(role.sopClass(), "SOP class UID (54H)");
        out.u8(role.scu() ? 1 : 0, "SCU-role (54H)");
        out.u8(role.scp() ? 1 : 0, "SCP-role (54H)");
        out.end(item, "role selection (54H)");
    }

    private static void write(ExtendedNegotiation negotiation, ItemWriter out) {
        int item = out.begin(ItemType.EXTENDED_NEGOTIATION);
        out.countedUid(negotiation.sopClass(), "SOP class UID (56H)");
        out.bytes(copy(negotiation.information()));
        out.end(item, "extended negotiation (56H)");
    }

    private static void write(CommonExtendedNegotiation negotiation, ItemWriter out) {
        int item = out.begin(ItemType.COMMON_EXTENDED_NEGOTIATION);
        out.countedUid(negotiation.sopClass(), "SOP class UID (57H)");
        out.countedUid(negotiation.serviceClass(), "service class UID (57H)");
        List<String> related = negotiation.relatedGeneralSopClasses();
        out.u16((int) counted(related), "related general SOP classes (57H)");
        related.forEach(uid -> out.countedUid(uid, "related general SOP class UID (57H)"));
        out.end(item, "common extended negotiation (57H)");
    }

    private static void write(UserIdentityRq identity, ItemWriter out) {
        int item = out.begin(ItemType.USER_IDENTITY_RQ);
        out.u8(identity.type(), "user identity type (58H)");
        out.u8(identity.positiveResponseRequested() ? 1 : 0, "positive response (58H)");
        out.counted(identity.primary(), "primary field (58H)");
        out.counted(identity.secondary(), "secondary field (58H)");
        out.end(item, "user identity (58H)");
    }

    private static void write(UserIdentityAc response, ItemWriter out) {
        int item = out.begin(ItemType.USER_IDENTITY_AC);
        out.counted(response.serverResponse(), "server response (59H)");
        out.end(item, "user identity (59H)");
    }

    private static long textItem(String text) {
        return text.isEmpty() ? 0 : HEADER + text.length();
    }

    private static long extended(ExtendedNegotiation negotiation) {
        return 2L + negotiation.sopClass().length() + negotiation.information().remaining();
    }

    private static long common(CommonExtendedNegotiation negotiation) {
        return 2L
                + negotiation.sopClass().length()
                + 2
                + negotiation.serviceClass().length()
                + 2
                + counted(negotiation.relatedGeneralSopClasses());
    }

    private static long counted(List<String> uids) {
        return uids.stream().mapToLong(uid -> 2L + uid.length()).sum();
    }

    private static long identity(UserIdentityRq identity) {
        ItemWriter.checkLength(identity.primary().length, "primary field (58H)");
        ItemWriter.checkLength(identity.secondary().length, "secondary field (58H)");
        long fields = 6L + identity.primary().length + identity.secondary().length;
        return HEADER + item(fields, "user identity (58H)");
    }

    private static long response(UserIdentityAc response) {
        return HEADER + item(2L + response.serverResponse().length, "user identity (59H)");
    }

    private static long item(long length, String item) {
        return ItemWriter.checkLength(length, item);
    }

    private static byte[] copy(ByteBuffer information) {
        byte[] bytes = new byte[information.remaining()];
        information.duplicate().get(bytes);
        return bytes;
    }
}
