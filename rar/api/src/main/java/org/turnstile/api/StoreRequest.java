/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api;

import java.io.InputStream;

/**
 * A C-STORE request (PS3.7 §9.1.1).
 *
 * @param association the association it came on
 * @param sopClass Affected SOP Class UID
 * @param sopInstance Affected SOP Instance UID
 * @param transferSyntax transfer syntax of the data set
 * @param dataSet the data set's bytes as they come from the wire, in a bounded window. Reading
 *     waits for the peer, and throws {@link AssociationLostException} when the association ends
 *     early. What is left unread is skipped.
 */
public record StoreRequest(
        Association association,
        String sopClass,
        String sopInstance,
        String transferSyntax,
        InputStream dataSet) {}
