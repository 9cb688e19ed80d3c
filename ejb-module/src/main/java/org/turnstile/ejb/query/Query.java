/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.query;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.turnstile.api.data.DataElement;

/**
 * A query, read from its identifier and checked.
 *
 * @param level what is asked for
 * @param retrieveAeTitle Retrieve AE Title (0008,0054) of the answers
 * @param returned the keys to return from columns
 * @param related the keys to return from rows of lower levels
 * @param requests what to return of the requests of a series
 * @param availability whether Instance Availability (0008,0056) is to be returned
 * @param unsupported what is returned empty
 * @param warning whether a key was not matched, or comes back empty, for want of support
 * @param conditions the matching as SQL, each condition with {@code AND} before it
 * @param parameters what is bound in the conditions
 * @param selective whether a key was given that few entities have in common
 */
record Query(
        QueryLevel level,
        String retrieveAeTitle,
        List<Key> returned,
        List<Related> related,
        Optional<RequestKeys> requests,
        boolean availability,
        List<DataElement> unsupported,
        boolean warning,
        String conditions,
        Map<String, Object> parameters,
        boolean selective) {}
