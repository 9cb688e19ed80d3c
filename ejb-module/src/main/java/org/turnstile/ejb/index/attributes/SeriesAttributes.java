/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.index.attributes;

import java.util.List;

/**
 * What an object says of its series; all but the UID and the list may be null.
 *
 * @param uid Series Instance UID (0020,000E)
 * @param number Series Number (0020,0011)
 * @param description Series Description (0008,103E)
 * @param date Series Date (0008,0021)
 * @param time Series Time (0008,0031)
 * @param bodyPart Body Part Examined (0018,0015)
 * @param requests the items of Request Attributes Sequence (0040,0275)
 */
public record SeriesAttributes(
        String uid,
        String number,
        String description,
        String date,
        String time,
        String bodyPart,
        List<RequestAttributes> requests) {

    /** Keeps a copy of the list. */
    public SeriesAttributes {
        requests = List.copyOf(requests);
    }
}
