/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.query;

import java.io.IOException;
import org.turnstile.api.data.Dataset;

/** Writes the matches of a query, in the order they come. */
public interface MatchPrinter {

    /**
     * Writes one match, perhaps not at once.
     *
     * @throws IllegalArgumentException if a value is not what its VR promises, or its character set
     *     is not known; nothing is written of the match
     */
    void print(Dataset match) throws IOException;

    /** Writes what is left. */
    void end();
}
