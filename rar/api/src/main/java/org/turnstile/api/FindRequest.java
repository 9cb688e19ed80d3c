/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api;

import org.turnstile.api.data.Dataset;

/**
 * A C-FIND request (PS3.7 §9.1.2).
 *
 * @param association the association it came on
 * @param sopClass Affected SOP Class UID
 * @param relational whether relational queries were agreed on by extended negotiation (PS3.4
 *     §C.5.1.1); without it the unique keys of all higher levels must be there
 * @param transferSyntax transfer syntax of the identifier
 * @param identifier the keys of the query
 */
public record FindRequest(
        Association association,
        String sopClass,
        boolean relational,
        String transferSyntax,
        Dataset identifier) {}
