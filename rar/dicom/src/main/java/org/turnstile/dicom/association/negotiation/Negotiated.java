/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.association.negotiation;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;

/**
 * What an association agreed on.
 *
 * @param contexts the accepted presentation contexts by their id
 * @param maximumLength most bytes of a P-DATA-TF that the peer takes after its header, at least 7;
 *     never more than {@link Negotiation#OWN_MAXIMUM_LENGTH}
 * @param extended what the acceptor answered to SOP class extended negotiation (56H), by SOP class
 */
public record Negotiated(
        Map<Integer, AcceptedContext> contexts,
        int maximumLength,
        Map<String, ByteBuffer> extended) {

    /** Copies the maps. */
    public Negotiated {
        contexts = Map.copyOf(contexts);
        extended = Map.copyOf(extended);
    }

    /** Service-class-application-information of a SOP class, if any was agreed on. */
    public Optional<ByteBuffer> extended(String sopClass) {
        return Optional.ofNullable(extended.get(sopClass));
    }
}
