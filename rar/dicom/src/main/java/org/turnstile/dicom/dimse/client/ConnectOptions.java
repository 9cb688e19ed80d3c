/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse.client;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.turnstile.api.Implementation;
import org.turnstile.api.UID;
import org.turnstile.dicom.dimse.LineHandlers;
import org.turnstile.dicom.pdu.AAssociateRq;
import org.turnstile.dicom.pdu.ExtendedNegotiation;
import org.turnstile.dicom.pdu.PresentationContextRq;
import org.turnstile.dicom.pdu.RoleSelection;
import org.turnstile.dicom.pdu.UserIdentityRq;
import org.turnstile.dicom.pdu.UserInformation;
import org.turnstile.dicom.pdu.codec.PduLimits;

/**
 * What an association is requested with.
 *
 * @param host name or address of the peer
 * @param port port of the peer, 1 to 65535
 * @param calledAeTitle called AE title, 1 to 16 characters
 * @param callingAeTitle calling AE title, 1 to 16 characters
 * @param contexts presentation contexts to propose, 1 to 128
 * @param roles role selections to propose (54H)
 * @param extended SOP class extended negotiations to propose (56H)
 * @param identity user identity to send (58H); wiped once the request has left
 * @param responseCheck looks at the user identity response; without response, or with one that it
 *     refuses, the association is aborted
 * @param requireConfirmation whether an accept without user identity response is aborted, where the
 *     identity asks for one
 * @param strict whether a 58H in an accept is ignored; else it counts as the response, since
 *     Supplement 99 printed it so
 * @param connectTimeout time for the connection to open
 * @param acseTimeout time for each answer to A-ASSOCIATE-RQ and A-RELEASE-RQ
 * @param dimseTimeout time for each response, and for the peer to take what is sent
 * @param artim time for the peer to close after an abort
 * @param maximumLength most bytes of a P-DATA-TF that we take (51H), 4,096 to 128 MiB
 * @param lineHandlers what protects the line
 */
public record ConnectOptions(
        String host,
        int port,
        String calledAeTitle,
        String callingAeTitle,
        List<PresentationContextRq> contexts,
        List<RoleSelection> roles,
        List<ExtendedNegotiation> extended,
        Optional<UserIdentityRq> identity,
        Optional<ResponseCheck> responseCheck,
        boolean requireConfirmation,
        boolean strict,
        Duration connectTimeout,
        Duration acseTimeout,
        Duration dimseTimeout,
        Duration artim,
        int maximumLength,
        LineHandlers lineHandlers) {

    /** Called AE title of peers that do not care. */
    public static final String ANY_SCP = "ANY-SCP";

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException names the field and its value
     */
    public ConnectOptions {
        contexts = List.copyOf(contexts);
        roles = List.copyOf(roles);
        extended = List.copyOf(extended);
        within("port", port, 1, 65535);
        within("calledAeTitle", calledAeTitle.length(), 1, 16);
        within("callingAeTitle", callingAeTitle.length(), 1, 16);
        within("contexts", contexts.size(), 1, 128);
        positive("connectTimeout", connectTimeout);
        positive("acseTimeout", acseTimeout);
        positive("dimseTimeout", dimseTimeout);
        positive("artim", artim);
        pduLimits(maximumLength);
        if (responseCheck.isPresent() && !asksForResponse(identity)) {
            throw new IllegalArgumentException(
                    "responseCheck: the identity asks for no positive response");
        }
    }

    /** Options for a peer, to be refined: Verification only, 30 s to each time-out. */
    public static ConnectOptionsBuilder to(String host, int port) {
        return new ConnectOptionsBuilder(host, port);
    }

    /** What the decoder takes. */
    PduLimits pduLimits() {
        return pduLimits(maximumLength);
    }

    /** Whether a user identity response is asked for. */
    boolean positiveResponseRequested() {
        return asksForResponse(identity);
    }

    /** Whether an accept without user identity response is aborted. */
    boolean responseRequired() {
        return responseCheck.isPresent() || (requireConfirmation && positiveResponseRequested());
    }

    /** The request. */
    AAssociateRq rq() {
        UserInformation information =
                new UserInformation(
                        maximumLength,
                        Implementation.CLASS_UID,
                        Optional.empty(),
                        roles,
                        Implementation.VERSION_NAME,
                        extended,
                        List.of(),
                        identity,
                        Optional.empty());
        return new AAssociateRq(
                1,
                calledAeTitle,
                callingAeTitle,
                UID.APPLICATION_CONTEXT,
                contexts,
                information,
                List.of());
    }

    private static boolean asksForResponse(Optional<UserIdentityRq> identity) {
        return identity.map(UserIdentityRq::positiveResponseRequested).orElse(false);
    }

    private static PduLimits pduLimits(int maximumLength) {
        PduLimits usual = PduLimits.DEFAULT;
        return new PduLimits(
                usual.associateLength(),
                maximumLength,
                usual.presentationContexts(),
                usual.items());
    }

    private static void within(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    field + ": " + value + " is not " + least + " to " + most);
        }
    }

    private static void positive(String field, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(field + ": " + value + " is not positive");
        }
    }
}
