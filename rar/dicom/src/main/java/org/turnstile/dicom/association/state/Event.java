/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.association.state;

/** Events of the upper layer, numbered by the rows of PS3.8 Table 9-10. */
public enum Event {
    /** A-ASSOCIATE request primitive. */
    EVT1,
    /** The outgoing connection is open. */
    EVT2,
    /** A-ASSOCIATE-AC received. */
    EVT3,
    /** A-ASSOCIATE-RJ received. */
    EVT4,
    /** A connection came in. */
    EVT5,
    /** A-ASSOCIATE-RQ received. */
    EVT6,
    /** A-ASSOCIATE response primitive: accept. */
    EVT7,
    /** A-ASSOCIATE response primitive: reject. */
    EVT8,
    /** P-DATA request primitive. */
    EVT9,
    /** P-DATA-TF received. */
    EVT10,
    /** A-RELEASE request primitive. */
    EVT11,
    /** A-RELEASE-RQ received. */
    EVT12,
    /** A-RELEASE-RP received. */
    EVT13,
    /** A-RELEASE response primitive. */
    EVT14,
    /** A-ABORT request primitive. */
    EVT15,
    /** A-ABORT received. */
    EVT16,
    /** The connection was closed, or could not be opened. */
    EVT17,
    /** ARTIM has expired. */
    EVT18,
    /** An unrecognized or invalid PDU was received. */
    EVT19
}
