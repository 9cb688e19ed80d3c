/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.pdu.codec;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.turnstile.dicom.pdu.AAssociateAc;
import org.turnstile.dicom.pdu.AAssociateRq;
import org.turnstile.dicom.pdu.Deviation;
import org.turnstile.dicom.pdu.PresentationContextAc;
import org.turnstile.dicom.pdu.PresentationContextRq;
import org.turnstile.dicom.pdu.UserIdentityRq;
import org.turnstile.dicom.pdu.UserInformation;

/**
 * Reads the body of one A-ASSOCIATE-RQ or -AC (PS3.8 §9.3.2 and §9.3.3). Items come in any order
 * and those of unknown type are ignored. One that is absent is empty in the result, for the
 * association to reject; one that comes twice is a fault.
 */
final class AssociateDecoder {

    private final ItemCounter counter;
    private final PresentationContextDecoder contexts;
    private final Set<Deviation> deviations = EnumSet.noneOf(Deviation.class);
    private Optional<String> applicationContext = Optional.empty();
    private Optional<UserInformation> userInformation = Optional.empty();

    AssociateDecoder(PduLimits limits) {
        counter = new ItemCounter(limits);
        contexts = new PresentationContextDecoder(counter);
    }

    AAssociateRq rq(PduReader in) throws MalformedPduException {
        int version = version(in);
        String called = in.aeTitle("called AE title");
        String calling = in.aeTitle("calling AE title");
        in.skip(32, "reserved");
        List<PresentationContextRq> proposed = new ArrayList<>();
        boolean done = false;
        try {
            while (in.remaining() > 0) {
                int type = type(in);
                rqItem(type, item(type, in), proposed);
            }
            done = true;
        } finally {
            if (!done) {
                userInformation
                        .flatMap(UserInformation::userIdentityRq)
                        .ifPresent(UserIdentityRq::wipe);
            }
        }
        return new AAssociateRq(
                version,
                called,
                calling,
                applicationContext.orElse(""),
                proposed,
                userInformation.orElseGet(UserInformationDecoder::absent),
                List.copyOf(deviations));
    }

    private void rqItem(int type, PduReader item, List<PresentationContextRq> proposed)
            throws MalformedPduException {
        switch (type) {
            case ItemType.APPLICATION_CONTEXT -> applicationContext(item);
            case ItemType.PRESENTATION_CONTEXT_RQ -> proposed.add(contexts.rq(item));
            case ItemType.USER_INFORMATION -> {
                if (userInformation.isPresent()) {
                    deviations.add(Deviation.SECOND_USER_INFORMATION);
                } else {
                    UserInformationDecoder decoder = new UserInformationDecoder(counter);
                    userInformation = Optional.of(decoder.rq(item, deviations));
                }
            }
            case ItemType.USER_IDENTITY_RQ ->
                    deviations.add(Deviation.IDENTITY_OUTSIDE_USER_INFORMATION);
            default -> counter.unknown();
        }
    }

    /**
     * An accept. Its AE titles are not tested (PS3.8 §9.3.3): one that is not text is empty.
     *
     * @param take58H as of {@link UserInformationDecoder#ac}
     */
    AAssociateAc ac(PduReader in, boolean take58H) throws MalformedPduException {
        int version = version(in);
        String called = in.anyAeTitle("called AE title");
        String calling = in.anyAeTitle("calling AE title");
        in.skip(32, "reserved");
        List<PresentationContextAc> answers = new ArrayList<>();
        while (in.remaining() > 0) {
            int type = type(in);
            acItem(type, item(type, in), answers, take58H);
        }
        return new AAssociateAc(
                version,
                called,
                calling,
                applicationContext.orElse(""),
                answers,
                userInformation.orElseGet(UserInformationDecoder::absent));
    }

    private void acItem(
            int type, PduReader item, List<PresentationContextAc> answers, boolean take58H)
            throws MalformedPduException {
        switch (type) {
            case ItemType.APPLICATION_CONTEXT -> applicationContext(item);
            case ItemType.PRESENTATION_CONTEXT_AC -> answers.add(contexts.ac(item));
            case ItemType.USER_INFORMATION -> {
                if (userInformation.isPresent()) {
                    throw item.fault("twice");
                }
                UserInformationDecoder decoder = new UserInformationDecoder(counter);
                userInformation = Optional.of(decoder.ac(item, take58H));
            }
            default -> counter.unknown();
        }
    }

    private void applicationContext(PduReader item) throws MalformedPduException {
        if (applicationContext.isPresent()) {
            throw item.fault("twice");
        }
        applicationContext = Optional.of(item.uid("application context name"));
    }

    private static int version(PduReader in) throws MalformedPduException {
        int version = in.u16("protocol version");
        in.skip(2, "reserved");
        return version;
    }

    private int type(PduReader in) throws MalformedPduException {
        counter.item();
        int type = in.u8("item type");
        in.skip(1, "reserved");
        return type;
    }

    private static PduReader item(int type, PduReader in) throws MalformedPduException {
        return in.sub(in.u16("item length"), ItemType.name(type));
    }
}
