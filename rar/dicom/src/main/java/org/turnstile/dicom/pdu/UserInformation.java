/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.pdu;

import java.util.List;
import java.util.Optional;

/**
 * User information (50H, PS3.8 §9.3.2.3 and PS3.7 Annex D). What is absent is empty.
 *
 * @param maximumLength most bytes of a P-DATA-TF that the sender takes (51H), 0 to 4294967295; 0
 *     means no limit
 * @param implementationClassUid implementation class UID (52H), empty if absent
 * @param asynchronousOperations asynchronous operations window (53H)
 * @param roleSelections SCP/SCU role selections (54H)
 * @param implementationVersionName implementation version name (55H), empty if absent
 * @param extendedNegotiations SOP class extended negotiations (56H)
 * @param commonExtendedNegotiations SOP class common extended negotiations (57H)
 * @param userIdentityRq user identity (58H)
 * @param userIdentityAc user identity response (59H)
 */
public record UserInformation(
        long maximumLength,
        String implementationClassUid,
        Optional<AsynchronousOperations> asynchronousOperations,
        List<RoleSelection> roleSelections,
        String implementationVersionName,
        List<ExtendedNegotiation> extendedNegotiations,
        List<CommonExtendedNegotiation> commonExtendedNegotiations,
        Optional<UserIdentityRq> userIdentityRq,
        Optional<UserIdentityAc> userIdentityAc) {

    /** Copies the lists. */
    public UserInformation {
        roleSelections = List.copyOf(roleSelections);
        extendedNegotiations = List.copyOf(extendedNegotiations);
        commonExtendedNegotiations = List.copyOf(commonExtendedNegotiations);
    }

    /** User information with the three sub-items that every peer sends. */
    public static UserInformation of(long maximumLength, String classUid, String versionName) {
        return new UserInformation(
                maximumLength,
                classUid,
                Optional.empty(),
                List.of(),
                versionName,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same with a user identity (58H). */
    public UserInformation with(UserIdentityRq identity) {
        return new UserInformation(
                maximumLength,
                implementationClassUid,
                asynchronousOperations,
                roleSelections,
                implementationVersionName,
                extendedNegotiations,
                commonExtendedNegotiations,
                Optional.of(identity),
                userIdentityAc);
    }
}
