/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse.command;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A DIMSE command set (PS3.7 §6.3.1 and Annex E). What is absent is empty.
 *
 * @param commandField Command Field (0000,0100)
 * @param messageId Message ID (0000,0110), or that of the request in a response and in a cancel
 *     (0000,0120)
 * @param affectedSopClass Affected (0000,0002) or Requested (0000,0003) SOP Class UID
 * @param affectedSopInstance Affected (0000,1000) or Requested (0000,1001) SOP Instance UID
 * @param hasDataSet whether a data set follows: Command Data Set Type (0000,0800) is not 0101H
 * @param status Status (0000,0900) of a response
 * @param errorComment Error Comment (0000,0902) of a response
 */
public record CommandSet(
        int commandField,
        int messageId,
        Optional<String> affectedSopClass,
        Optional<String> affectedSopInstance,
        boolean hasDataSet,
        OptionalInt status,
        Optional<String> errorComment) {

    /** C-STORE-RQ. */
    public static final int C_STORE_RQ = 0x0001;

    /** C-FIND-RQ. */
    public static final int C_FIND_RQ = 0x0020;

    /** C-ECHO-RQ. */
    public static final int C_ECHO_RQ = 0x0030;

    /** C-CANCEL-RQ. */
    public static final int C_CANCEL_RQ = 0x0FFF;

    /** Set in the command field of every response. */
    public static final int RESPONSE = 0x8000;

    /**
     * C-CANCEL of a request (PS3.7 §9.3.2.3).
     *
     * @param messageId message ID of that request
     */
    public static CommandSet cancel(int messageId) {
        return new CommandSet(
                C_CANCEL_RQ,
                messageId,
                Optional.empty(),
                Optional.empty(),
                false,
                OptionalInt.empty(),
                Optional.empty());
    }

    /** Whether the request can be answered by several responses. */
    public boolean isQuery() {
        return commandField == C_FIND_RQ;
    }

    /** Whether this layer knows the request; others are answered 0211H Unrecognized operation. */
    public boolean isServed() {
        return commandField == C_STORE_RQ || commandField == C_FIND_RQ || commandField == C_ECHO_RQ;
    }
}
