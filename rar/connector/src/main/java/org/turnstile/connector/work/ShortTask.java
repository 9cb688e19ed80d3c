/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.work;

import java.util.Optional;
import org.turnstile.api.UserIdentity;

/** Something short to be done on a thread of the container. Either run or refused, once. */
public interface ShortTask {

    /** Does it. Throws nothing. */
    void run();

    /** The container would not run it. Throws nothing. */
    void refused(Exception cause);

    /** As whom the container runs it; empty where no application code is called. */
    default Optional<UserIdentity> caller() {
        return Optional.empty();
    }

    /** Whether it still makes sense once its turn has come. */
    default boolean wanted() {
        return true;
    }
}
