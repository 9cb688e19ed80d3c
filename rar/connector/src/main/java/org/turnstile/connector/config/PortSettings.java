/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.config;

import java.time.Duration;
import org.turnstile.dicom.pdu.codec.PduLimits;

/**
 * What applies before the listener of a connection is known, and so must be equal for all listeners
 * of one endpoint.
 *
 * @param artim most time for a peer to send its A-ASSOCIATE-RQ and, after a refusal, to leave
 * @param maxConnections most connections of the port, those without an association included
 * @param pduLimits what the decoder takes at most
 */
public record PortSettings(Duration artim, int maxConnections, PduLimits pduLimits) {}
