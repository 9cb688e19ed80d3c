/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.pdu;

/**
 * A departure from the standard in an A-ASSOCIATE-RQ that does no harm to its structure. A lenient
 * listener lives with it; a strict one aborts with source 2, reason 6.
 */
public enum Deviation {
    /** A user identity (58H) stands beside the user information (50H), not in it; ignored. */
    IDENTITY_OUTSIDE_USER_INFORMATION,
    /** A second user information (50H); nothing is taken from it. */
    SECOND_USER_INFORMATION,
    /** A secondary field with an identity type that has none; its bytes are dropped. */
    SECONDARY_FIELD_WITHOUT_PASSCODE,
    /** Positive-response-requested is neither 0 nor 1; taken for 1. */
    POSITIVE_RESPONSE_REQUESTED_VALUE
}
