/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.pdu;

import io.netty.buffer.ByteBuf;

/**
 * One presentation data value (PS3.8 §9.3.5.1 and Annex E).
 *
 * @param contextId presentation context, odd, 1 to 255
 * @param command whether the fragment is of a command set, else of a data set
 * @param last whether it is the last fragment of that set
 * @param data the fragment
 */
public record PresentationDataValue(int contextId, boolean command, boolean last, ByteBuf data) {}
