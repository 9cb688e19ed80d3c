/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.association;

/** Whether bytes of the peer are read. */
public enum Reading {
    /** Always: what comes now may be a C-CANCEL, an abort, or the end of the connection. */
    ON,
    /** While the peer takes what we send: who does not take answers is not asked for requests. */
    WHILE_PEER_TAKES,
    /** Not now. */
    PAUSED
}
