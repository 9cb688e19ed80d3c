/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.scenarios;

import java.util.List;
import org.turnstile.api.data.Dataset;

/**
 * What came of a query.
 *
 * @param status final status
 * @param matches identifiers of the pending responses, in their order
 */
public record Answer(int status, List<Dataset> matches) {

    /** The values of an attribute, one for each match. */
    public List<String> values(int tag) {
        return matches.stream().map(match -> match.getString(tag).orElse("")).toList();
    }
}
