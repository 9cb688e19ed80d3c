/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.association.negotiation;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** Says which presentation contexts an acceptor takes, and in which role. */
public interface ContextPolicy {

    /** Whether the SOP class is served at all. */
    boolean supports(String sopClass);

    /**
     * The transfer syntax to accept for a SOP class that is served.
     *
     * @param proposed what the requestor proposes, in its order
     * @return one of them, empty if none will do
     */
    Optional<String> choose(String sopClass, List<String> proposed);

    /** Whether the requestor may also be SCP of this SOP class (54H, PS3.7 §D.3.3.4). */
    default boolean requestorMayBeScp(String sopClass) {
        return false;
    }

    /**
     * The answer to SOP class extended negotiation (56H, PS3.7 §D.3.3.5) for a SOP class of which a
     * context is accepted.
     *
     * @param proposed service-class-application-information of the request
     * @return that of the accept; empty for no answer, which leaves every option at its default
     */
    default Optional<ByteBuffer> extended(String sopClass, ByteBuffer proposed) {
        return Optional.empty();
    }
}
