/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.pdu.codec;

import java.util.Locale;

/** Item types of A-ASSOCIATE PDUs (PS3.8 §9.3.2 and §9.3.3, PS3.7 Annex D). */
final class ItemType {

    static final int APPLICATION_CONTEXT = 0x10;
    static final int PRESENTATION_CONTEXT_RQ = 0x20;
    static final int PRESENTATION_CONTEXT_AC = 0x21;
    static final int ABSTRACT_SYNTAX = 0x30;
    static final int TRANSFER_SYNTAX = 0x40;
    static final int USER_INFORMATION = 0x50;
    static final int MAXIMUM_LENGTH = 0x51;
    static final int IMPLEMENTATION_CLASS_UID = 0x52;
    static final int ASYNCHRONOUS_OPERATIONS = 0x53;
    static final int ROLE_SELECTION = 0x54;
    static final int IMPLEMENTATION_VERSION_NAME = 0x55;
    static final int EXTENDED_NEGOTIATION = 0x56;
    static final int COMMON_EXTENDED_NEGOTIATION = 0x57;
    static final int USER_IDENTITY_RQ = 0x58;
    static final int USER_IDENTITY_AC = 0x59;

    private ItemType() {}

    /** The name of a type in a fault. */
    static String name(int type) {
        return switch (type) {
            case APPLICATION_CONTEXT -> "application context (10H)";
            case PRESENTATION_CONTEXT_RQ -> "presentation context (20H)";
            case PRESENTATION_CONTEXT_AC -> "presentation context (21H)";
            case USER_INFORMATION -> "user information (50H)";
            case MAXIMUM_LENGTH -> "maximum length (51H)";
            case IMPLEMENTATION_CLASS_UID -> "implementation class UID (52H)";
            case ASYNCHRONOUS_OPERATIONS -> "asynchronous operations window (53H)";
            case ROLE_SELECTION -> "role selection (54H)";
            case IMPLEMENTATION_VERSION_NAME -> "implementation version name (55H)";
            case EXTENDED_NEGOTIATION -> "extended negotiation (56H)";
            case COMMON_EXTENDED_NEGOTIATION -> "common extended negotiation (57H)";
            case USER_IDENTITY_RQ -> "user identity (58H)";
            case USER_IDENTITY_AC -> "user identity (59H)";
            default -> String.format(Locale.ROOT, "item %02XH", type);
        };
    }
}
