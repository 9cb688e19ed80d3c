/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api;

/** Serves C-STORE (PS3.7 §9.1.1). */
public interface StoreListener {

    /**
     * Stores one object, as the association's user. A normal return of {@link Status#SUCCESS} is
     * the promise to the peer that the object is kept.
     *
     * @throws AssociationLostException if the association ends before the object has been read
     */
    Status onStore(StoreRequest request) throws AssociationLostException;
}
