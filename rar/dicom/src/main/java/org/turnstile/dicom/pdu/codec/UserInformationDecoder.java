/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.pdu.codec;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.turnstile.dicom.pdu.AsynchronousOperations;
import org.turnstile.dicom.pdu.CommonExtendedNegotiation;
import org.turnstile.dicom.pdu.Deviation;
import org.turnstile.dicom.pdu.ExtendedNegotiation;
import org.turnstile.dicom.pdu.RoleSelection;
import org.turnstile.dicom.pdu.UserIdentityAc;
import org.turnstile.dicom.pdu.UserIdentityRq;
import org.turnstile.dicom.pdu.UserInformation;

/**
 * Reads the sub-items of one user information (50H), which come in any order. Those of unknown type
 * are ignored; one that may stand there once and comes twice is a fault, never "first wins" or
 * "last wins".
 */
final class UserInformationDecoder {

    private static final int MAX_VERSION_NAME = 16;

    private final ItemCounter counter;

    private Optional<Long> maximumLength = Optional.empty();
    private Optional<String> classUid = Optional.empty();
    private Optional<AsynchronousOperations> asynchronousOperations = Optional.empty();
    private final List<RoleSelection> roleSelections = new ArrayList<>();
    private Optional<String> versionName = Optional.empty();
    private final List<ExtendedNegotiation> extendedNegotiations = new ArrayList<>();
    private final List<CommonExtendedNegotiation> commonExtendedNegotiations = new ArrayList<>();
    private Optional<UserIdentityRq> identity = Optional.empty();
    private Optional<UserIdentityAc> response = Optional.empty();
    private Optional<UserIdentityAc> responseIn58H = Optional.empty();

    UserInformationDecoder(ItemCounter counter) {
        this.counter = counter;
    }

    /** What is absent from user information that is itself absent. */
    static UserInformation absent() {
        return UserInformation.of(0, "", "");
    }

    /**
     * User information of a request. A 59H in it is an unknown sub-item.
     *
     * @param deviations is told what a strict listener would not take
     */
    UserInformation rq(PduReader in, Set<Deviation> deviations) throws MalformedPduException {
        boolean done = false;
        try {
            while (in.remaining() > 0) {
                int type = type(in);
                PduReader item = item(type, in);
                if (type == ItemType.USER_IDENTITY_RQ) {
                    once(identity, item);
                    identity = Optional.of(UserIdentityDecoder.rq(item, deviations));
                } else {
                    common(type, item);
                }
            }
            done = true;
            return result();
        } finally {
            if (!done) {
                identity.ifPresent(UserIdentityRq::wipe);
            }
        }
    }

    /**
     * User information of an accept.
     *
     * @param take58H whether a 58H counts as the response where there is no 59H, as Supplement 99
     *     had it; else it is an unknown sub-item
     */
    UserInformation ac(PduReader in, boolean take58H) throws MalformedPduException {
        while (in.remaining() > 0) {
            int type = type(in);
            PduReader item = item(type, in);
            if (type == ItemType.USER_IDENTITY_AC) {
                once(response, item);
                response = Optional.of(UserIdentityDecoder.ac(item));
            } else if (type == ItemType.USER_IDENTITY_RQ && take58H) {
                responseIn58H = UserIdentityDecoder.responseIn58H(item);
            } else {
                common(type, item);
            }
        }
        response = response.or(() -> responseIn58H);
        return result();
    }

    private int type(PduReader in) throws MalformedPduException {
        counter.item();
        int type = in.u8("sub-item type");
        in.skip(1, "reserved");
        return type;
    }

    private static PduReader item(int type, PduReader in) throws MalformedPduException {
        return in.sub(in.u16("sub-item length"), ItemType.name(type));
    }

    private void common(int type, PduReader item) throws MalformedPduException {
        switch (type) {
            case ItemType.MAXIMUM_LENGTH -> {
                once(maximumLength, item);
                maximumLength = Optional.of(item.u32("maximum length"));
                item.end();
            }
            case ItemType.IMPLEMENTATION_CLASS_UID -> {
                once(classUid, item);
                classUid = Optional.of(item.uid("implementation class UID"));
            }
            case ItemType.ASYNCHRONOUS_OPERATIONS -> {
                once(asynchronousOperations, item);
                asynchronousOperations = Optional.of(asynchronousOperations(item));
            }
            case ItemType.ROLE_SELECTION -> roleSelections.add(roleSelection(item));
            case ItemType.IMPLEMENTATION_VERSION_NAME -> {
                once(versionName, item);
                versionName = Optional.of(versionName(item));
            }
            case ItemType.EXTENDED_NEGOTIATION -> extendedNegotiations.add(extended(item));
            case ItemType.COMMON_EXTENDED_NEGOTIATION ->
                    commonExtendedNegotiations.add(commonExtended(item));
            default -> counter.unknown();
        }
    }

    private static void once(Optional<?> before, PduReader item) throws MalformedPduException {
        if (before.isPresent()) {
            throw item.fault("twice");
        }
    }

    /** It is for people to read: one that is too long is cut. */
    private static String versionName(PduReader item) throws MalformedPduException {
        String name = item.text(item.remaining(), item.remaining(), "implementation version name");
        return name.length() <= MAX_VERSION_NAME
                ? name
                : name.substring(0, MAX_VERSION_NAME).strip();
    }

    private static AsynchronousOperations asynchronousOperations(PduReader item)
            throws MalformedPduException {
        int invoked = item.u16("operations invoked");
        int performed = item.u16("operations performed");
        item.end();
        return new AsynchronousOperations(invoked, performed);
    }

    private static RoleSelection roleSelection(PduReader item) throws MalformedPduException {
        String sopClass = item.countedUid("SOP class UID");
        boolean scu = item.u8("SCU-role") != 0;
        boolean scp = item.u8("SCP-role") != 0;
        item.end();
        return new RoleSelection(sopClass, scu, scp);
    }

    private static ExtendedNegotiation extended(PduReader item) throws MalformedPduException {
        String sopClass = item.countedUid("SOP class UID");
        byte[] information = item.bytes(item.remaining(), "application information");
        return new ExtendedNegotiation(sopClass, ByteBuffer.wrap(information));
    }

    /** What follows the related classes is reserved (PS3.7 §D.3.3.6) and ignored. */
    private CommonExtendedNegotiation commonExtended(PduReader item) throws MalformedPduException {
        String sopClass = item.countedUid("SOP class UID");
        String serviceClass = item.countedUid("service class UID");
        int length = item.u16("related general SOP classes length");
        PduReader uids = item.sub(length, "related general SOP classes (57H)");
        List<String> related = new ArrayList<>();
        while (uids.remaining() > 0) {
            counter.item();
            related.add(uids.countedUid("related general SOP class UID"));
        }
        return new CommonExtendedNegotiation(sopClass, serviceClass, related);
    }

    private UserInformation result() {
        return new UserInformation(
                maximumLength.orElse(0L),
                classUid.orElse(""),
                asynchronousOperations,
                roleSelections,
                versionName.orElse(""),
                extendedNegotiations,
                commonExtendedNegotiations,
                identity,
                response);
    }
}
