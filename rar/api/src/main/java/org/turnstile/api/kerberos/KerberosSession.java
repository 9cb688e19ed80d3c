/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api.kerberos;

import java.time.Instant;
import java.util.List;

/**
 * What a verified ticket says of its session, a public credential of the caller's subject. Holds no
 * key.
 *
 * @param client {@code name@REALM} of the ticket
 * @param service {@code name@REALM} of the service that it is for
 * @param authTime when the client proved itself to the KDC
 * @param startTime from when on the ticket counts
 * @param endTime until when
 * @param etype encryption type of the session key, by its name in RFC 3962 §7
 * @param framing how the AP-REQ came
 * @param transited realms between that of the client and that of the service
 * @param subkey whether the client chose a key of its own
 * @param mutualRequired whether the client asked for an AP-REP
 */
public record KerberosSession(
        String client,
        String service,
        Instant authTime,
        Instant startTime,
        Instant endTime,
        String etype,
        Framing framing,
        List<String> transited,
        boolean subkey,
        boolean mutualRequired) {

    /** Keeps a copy of the list. */
    public KerberosSession {
        transited = List.copyOf(transited);
    }
}
