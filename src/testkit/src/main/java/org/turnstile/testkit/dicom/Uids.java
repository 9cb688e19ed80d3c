/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.testkit.dicom;

/** The unique identifiers that the builders use where a test says nothing. */
public final class Uids {

    /** DICOM application context name. */
    public static final String APPLICATION_CONTEXT = "1.2.840.10008.3.1.1.1";

    /** Verification SOP class. */
    public static final String VERIFICATION = "1.2.840.10008.1.1";

    /** CT image storage. */
    public static final String CT_IMAGE_STORAGE = "1.2.840.10008.5.1.4.1.1.2";

    /** Implicit VR little endian. */
    public static final String IMPLICIT_VR_LE = "1.2.840.10008.1.2";

    /** Explicit VR little endian. */
    public static final String EXPLICIT_VR_LE = "1.2.840.10008.1.2.1";

    /** Implementation class of the scripted peer: 22 characters. */
    public static final String IMPLEMENTATION_CLASS = "1.2.826.0.1.3680043.99";

    private Uids() {}
}
