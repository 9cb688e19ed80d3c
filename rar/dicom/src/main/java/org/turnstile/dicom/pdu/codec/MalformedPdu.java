/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.pdu.codec;

import org.turnstile.dicom.pdu.AAbort;

/**
 * The last thing a {@link PduDecoder} emits: what came is not a PDU that can be taken. It is event
 * 19 of the state table (PS3.8 Table 9-10).
 *
 * @param abort the source and reason that say what is wrong (PS3.8 §9.3.8)
 * @param fault names field and value for the log, never a secret
 */
public record MalformedPdu(AAbort abort, String fault) {}
