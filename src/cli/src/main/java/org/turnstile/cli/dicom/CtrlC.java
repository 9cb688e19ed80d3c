/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.dicom;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * While it is open a signal to end the process first stops what is under way, and leaves it some
 * time to come to its end.
 */
final class CtrlC implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread hook;

    /**
     * From now on.
     *
     * @param stop asks what is under way to come to its end
     */
    CtrlC(Runnable stop) {
        hook = new Thread(() -> end(stop), "ctrl-c");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void end(Runnable stop) {
        stop.run();
        try {
            over.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        over.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the process is ending: the hook runs just now, and is not to be removed
        }
    }
}
