/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.association.negotiation;

import java.util.Map;

/**
 * What an association agreed on.
 *
 * @param contexts the accepted presentation contexts by their id
 * @param maximumLength most bytes of a P-DATA-TF that the peer takes after its header, at least 7;
 *     never more than {@link Negotiation#OWN_MAXIMUM_LENGTH}
 */
public record Negotiated(Map<Integer, AcceptedContext> contexts, int maximumLength) {

    /** Copies the map. */
    public Negotiated {
        contexts = Map.copyOf(contexts);
    }
}
