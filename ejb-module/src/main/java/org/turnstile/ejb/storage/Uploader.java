/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.storage;

import org.turnstile.api.Status;
import org.turnstile.api.StoreRequest;
import org.turnstile.api.UserIdentity;
import org.turnstile.ejb.settings.UnverifiedUsers;

/** Whose an object is: the user's, if the name of the user counts. */
final class Uploader {

    /** Characters of the column: a longer name is nobody's, rather than that of its beginning. */
    private static final int MAX_NAME = 256;

    private final UnverifiedUsers unverified;

    Uploader(UnverifiedUsers unverified) {
        this.unverified = unverified;
    }

    /** Checks that the container runs the operation as the user of its association. */
    void check(StoreRequest request, String principal) throws RefusedException {
        UserIdentity identity = request.association().identity();
        if (!identity.isAnonymous() && !identity.name().equals(principal)) {
            throw new RefusedException(
                    Status.NOT_AUTHORIZED.withComment("The container knows another caller"));
        }
    }

    /** The name that the index keeps; null for nobody. */
    String storedBy(StoreRequest request) {
        UserIdentity identity = request.association().identity();
        boolean counts = identity.verified() || unverified == UnverifiedUsers.TRUSTED;
        String name = identity.name();
        boolean fits = !name.isEmpty() && name.length() <= MAX_NAME && name.indexOf(0) < 0;
        return counts && fits ? name : null;
    }
}
