/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.work;

import jakarta.resource.spi.work.Work;
import jakarta.resource.spi.work.WorkContext;
import jakarta.resource.spi.work.WorkContextProvider;
import jakarta.resource.spi.work.WorkException;
import jakarta.resource.spi.work.WorkManager;
import java.io.Serial;
import java.util.List;
import org.turnstile.api.UserIdentity;

/** Tries, before a port opens, whether the container takes a caller from us at all. */
public final class SecurityProbe implements Work, WorkContextProvider {
    @Serial private static final long serialVersionUID = 1L;

    private SecurityProbe() {}

    /**
     * Runs an empty Work as nobody.
     *
     * @throws WorkException what the container says against it
     */
    public static void run(WorkManager workManager) throws WorkException {
        workManager.doWork(new SecurityProbe());
    }

    @Override
    public void run() {
        // that the container gets here is the answer
    }

    @Override
    public void release() {
        // ends by itself
    }

    @Override
    public List<WorkContext> getWorkContexts() {
        return List.of(new CallerContext(UserIdentity.anonymous()));
    }
}
