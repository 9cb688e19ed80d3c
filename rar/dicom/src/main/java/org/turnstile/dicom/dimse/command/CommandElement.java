/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse.command;

/**
 * The elements of a command set that this layer reads or writes (PS3.7 Annex E), all (0000,eeee).
 */
public final class CommandElement {

    static final int GROUP_LENGTH = 0x0000;
    static final int AFFECTED_SOP_CLASS_UID = 0x0002;
    static final int REQUESTED_SOP_CLASS_UID = 0x0003;
    static final int COMMAND_FIELD = 0x0100;
    static final int MESSAGE_ID = 0x0110;
    static final int MESSAGE_ID_BEING_RESPONDED_TO = 0x0120;
    static final int PRIORITY = 0x0700;
    static final int COMMAND_DATA_SET_TYPE = 0x0800;
    static final int STATUS = 0x0900;
    static final int ERROR_COMMENT = 0x0902;
    static final int AFFECTED_SOP_INSTANCE_UID = 0x1000;
    static final int REQUESTED_SOP_INSTANCE_UID = 0x1001;

    /** Command Data Set Type: no data set follows. Any other value says that one does. */
    static final int NO_DATA_SET = 0x0101;

    /** Bytes of an element before its value: group, element, 32-bit length. */
    static final int HEADER = 8;

    private CommandElement() {}
}
