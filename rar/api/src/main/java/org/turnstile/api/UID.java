/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api;

/** Unique identifiers (PS3.5 chapter 9): the rule for their form, and those the code speaks of. */
public final class UID {

    /** DICOM Application Context Name (PS3.7 Annex A). */
    public static final String APPLICATION_CONTEXT = "1.2.840.10008.3.1.1.1";

    /** Verification SOP Class (PS3.4 Annex A). */
    public static final String VERIFICATION = "1.2.840.10008.1.1";

    /** Implicit VR Little Endian, the default transfer syntax. */
    public static final String IMPLICIT_VR_LITTLE_ENDIAN = "1.2.840.10008.1.2";

    /** Explicit VR Little Endian. */
    public static final String EXPLICIT_VR_LITTLE_ENDIAN = "1.2.840.10008.1.2.1";

    /** Patient Root Query/Retrieve Information Model - FIND (PS3.4 §C.6.1). */
    public static final String PATIENT_ROOT_FIND = "1.2.840.10008.5.1.4.1.2.1.1";

    /** Study Root Query/Retrieve Information Model - FIND (PS3.4 §C.6.2). */
    public static final String STUDY_ROOT_FIND = "1.2.840.10008.5.1.4.1.2.2.1";

    /** Most characters of a UID (PS3.5 §9.1). */
    public static final int MAX_LENGTH = 64;

    private UID() {}

    /**
     * Whether a text has the form of a UID: at most 64 characters, components of digits joined by
     * single dots, no leading zero in a component but a lone one (PS3.5 §9.1).
     */
    public static boolean isValid(String uid) {
        if (uid.isEmpty() || uid.length() > MAX_LENGTH) {
            return false;
        }
        int start = 0;
        for (int i = 0; i <= uid.length(); i++) {
            if (i == uid.length() || uid.charAt(i) == '.') {
                if (!isComponent(uid, start, i)) {
                    return false;
                }
                start = i + 1;
            }
        }
        return true;
    }

    private static boolean isComponent(String uid, int from, int to) {
        for (int i = from; i < to; i++) {
            if (uid.charAt(i) < '0' || uid.charAt(i) > '9') {
                return false;
            }
        }
        return to - from == 1 || (to - from > 1 && uid.charAt(from) != '0');
    }
}
