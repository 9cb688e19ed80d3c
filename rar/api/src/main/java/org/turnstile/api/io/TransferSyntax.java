/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.io;

import org.turnstile.api.data.Dictionary;
import org.turnstile.api.data.UIDEntry;
import org.turnstile.api.data.UIDs;

/**
 * What a transfer syntax says of the bytes of a data set (PS3.5 annex A).
 *
 * @param uid its UID
 * @param explicitVR whether each element carries its VR
 * @param bigEndian whether the most significant byte comes first
 * @param deflated whether the whole is compressed (RFC 1951)
 * @param encapsulated whether Pixel Data may come in fragments
 */
public record TransferSyntax(
        String uid, boolean explicitVR, boolean bigEndian, boolean deflated, boolean encapsulated) {

    /** Implicit VR Little Endian (PS3.5 §A.1). */
    public static final TransferSyntax IMPLICIT_VR_LITTLE_ENDIAN =
            new TransferSyntax(UIDs.ImplicitVRLittleEndian, false, false, false, false);

    /** Explicit VR Little Endian (PS3.5 §A.2). */
    public static final TransferSyntax EXPLICIT_VR_LITTLE_ENDIAN =
            new TransferSyntax(UIDs.ExplicitVRLittleEndian, true, false, false, false);

    /** Explicit VR Big Endian (retired; PS3.5 2016b §A.3). */
    public static final TransferSyntax EXPLICIT_VR_BIG_ENDIAN =
            new TransferSyntax(UIDs.ExplicitVRBigEndian, true, true, false, false);

    /** Deflated Explicit VR Little Endian (PS3.5 §A.5). */
    public static final TransferSyntax DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN =
            new TransferSyntax(UIDs.DeflatedExplicitVRLittleEndian, true, false, true, false);

    /**
     * The transfer syntax with a UID. All but the four above are Explicit VR Little Endian with
     * encapsulated pixel data (PS3.5 §A.4).
     *
     * @throws IllegalArgumentException if the standard has no such transfer syntax
     */
    public static TransferSyntax of(String uid) {
        return switch (uid) {
            case UIDs.ImplicitVRLittleEndian -> IMPLICIT_VR_LITTLE_ENDIAN;
            case UIDs.ExplicitVRLittleEndian -> EXPLICIT_VR_LITTLE_ENDIAN;
            case UIDs.ExplicitVRBigEndian -> EXPLICIT_VR_BIG_ENDIAN;
            case UIDs.DeflatedExplicitVRLittleEndian -> DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN;
            // pixel data is elsewhere (PS3.5 §A.6), the rest is deflated
            case UIDs.JPIPReferencedDeflate -> new TransferSyntax(uid, true, false, true, false);
            default -> encapsulated(uid);
        };
    }

    private static TransferSyntax encapsulated(String uid) {
        if (Dictionary.standard().uid(uid).filter(UIDEntry::isTransferSyntax).isEmpty()) {
            throw new IllegalArgumentException("transfer syntax: " + uid + " is not known");
        }
        return new TransferSyntax(uid, true, false, false, true);
    }
}
