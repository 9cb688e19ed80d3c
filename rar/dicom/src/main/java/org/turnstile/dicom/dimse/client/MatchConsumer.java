/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse.client;

import java.io.IOException;
import org.turnstile.api.Status;
import org.turnstile.api.data.Dataset;

/** Takes the matches of a query, one by one, on the thread that asked. */
@FunctionalInterface
public interface MatchConsumer {

    /**
     * Takes one match. While it does, further ones wait in a bounded window, and the peer with
     * them.
     *
     * @param pending {@link Status#PENDING}, or {@link Status#PENDING_WARNING} where the peer does
     *     not support an optional key
     * @param match the identifier of the response
     * @return false if no more are wanted: the query is cancelled
     * @throws IOException ends the query and the association
     */
    boolean onMatch(Status pending, Dataset match) throws IOException;
}
