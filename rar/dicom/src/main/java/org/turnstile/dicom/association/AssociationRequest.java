/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.association;

import java.net.InetSocketAddress;
import java.time.Instant;
import org.turnstile.api.Line;
import org.turnstile.dicom.pdu.AAssociateRq;

/**
 * What a gate decides on.
 *
 * @param id short name of the association, unique in this process
 * @param rq the request as decoded
 * @param peer address of the peer
 * @param local our address
 * @param line what protects the connection
 * @param at when the request had been read
 */
public record AssociationRequest(
        String id,
        AAssociateRq rq,
        InetSocketAddress peer,
        InetSocketAddress local,
        Line line,
        Instant at) {}
