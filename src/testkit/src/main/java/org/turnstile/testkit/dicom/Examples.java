/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.testkit.dicom;

/** Bytes that many tests speak of, spelled out as the standard's tables do. */
public final class Examples {

    /** 58H: type 1, positive response not asked for, "alice". */
    public static final String ALICE0 = "58 00 00 0B 01 00 00 05 61 6C 69 63 65 00 00";

    /** 58H: type 1, positive response asked for, "alice". */
    public static final String ALICE1 = "58 00 00 0B 01 01 00 05 61 6C 69 63 65 00 00";

    /** 58H: type 1, "Müller" in UTF-8, positive response asked for. */
    public static final String MUELLER1 = "58 00 00 0D 01 01 00 07 4D C3 BC 6C 6C 65 72 00 00";

    /** 58H: type 2, "alice" and "secret", positive response asked for. */
    public static final String ALICE_SECRET1 =
            "58 00 00 11 02 01 00 05 61 6C 69 63 65 00 06 73 65 63 72 65 74";

    /** 58H: type 2, "alice" and an empty passcode, positive response asked for. */
    public static final String ALICE_NO_PASSCODE1 = "58 00 00 0B 02 01 00 05 61 6C 69 63 65 00 00";

    /** 58H: type 1 and a name of no characters, positive response asked for. */
    public static final String NOBODY1 = "58 00 00 06 01 01 00 00 00 00";

    /** 58H without its secondary length: malformed. */
    public static final String SECONDARY_LENGTH_MISSING = "58 00 00 09 01 01 00 05 61 6C 69 63 65";

    /** 59H: a positive response of zero length. */
    public static final String POS0 = "59 00 00 02 00 00";

    /** A-ASSOCIATE-RJ: permanent, ACSE, no reason given. */
    public static final String RJ121 = "03 00 00 00 00 04 00 01 02 01";

    /** A-ASSOCIATE-RJ: transient, presentation, temporary congestion. */
    public static final String RJ231 = "03 00 00 00 00 04 00 02 03 01";

    /** A-ASSOCIATE-RJ: transient, presentation, local limit exceeded. */
    public static final String RJ232 = "03 00 00 00 00 04 00 02 03 02";

    /** A-ASSOCIATE-RJ: permanent, service user, called AE title not recognized. */
    public static final String RJ117 = "03 00 00 00 00 04 00 01 01 07";

    /** A-ABORT: provider, invalid PDU parameter value. */
    public static final String ABORT26 = "07 00 00 00 00 04 00 00 02 06";

    /** A-ABORT: provider, unexpected PDU. */
    public static final String ABORT22 = "07 00 00 00 00 04 00 00 02 02";

    /** A-ABORT: provider, unrecognized PDU. */
    public static final String ABORT21 = "07 00 00 00 00 04 00 00 02 01";

    /** A-ABORT: service user. */
    public static final String ABORT00 = "07 00 00 00 00 04 00 00 00 00";

    /** A-RELEASE-RQ. */
    public static final String RELEASE_RQ = "05 00 00 00 00 04 00 00 00 00";

    /** A-RELEASE-RP. */
    public static final String RELEASE_RP = "06 00 00 00 00 04 00 00 00 00";

    private Examples() {}
}
