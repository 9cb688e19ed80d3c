/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.wildfly;

import java.util.concurrent.TimeUnit;

/** A server as a child process; closing stops it. */
record RunningServer(Process process) implements AutoCloseable {

    private static final int STOP_SECONDS = 60;

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the server did not stop within " + STOP_SECONDS + " s");
        }
    }
}
