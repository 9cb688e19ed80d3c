/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.testkit.container;

import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.XATerminator;
import jakarta.resource.spi.work.HintsContext;
import jakarta.resource.spi.work.SecurityContext;
import jakarta.resource.spi.work.WorkContext;
import jakarta.resource.spi.work.WorkManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;
import java.util.Timer;
import java.util.concurrent.CopyOnWriteArrayList;

/** What an adapter gets at its start. */
final class FakeBootstrapContext implements BootstrapContext {

    private final FakeWorkManager workManager;
    private final List<Timer> timers = new CopyOnWriteArrayList<>();

    FakeBootstrapContext(FakeWorkManager workManager) {
        this.workManager = workManager;
    }

    static boolean knows(Class<? extends WorkContext> context) {
        return SecurityContext.class.isAssignableFrom(context)
                || HintsContext.class.isAssignableFrom(context);
    }

    @Override
    public WorkManager getWorkManager() {
        return workManager;
    }

    @Override
    public boolean isContextSupported(Class<? extends WorkContext> context) {
        return workManager.supports(context);
    }

    @Override
    public Timer createTimer() {
        Timer timer = new Timer("fake-timer", true);
        timers.add(timer);
        return timer;
    }

    @Override
    public XATerminator getXATerminator() {
        return null;
    }

    @Override
    public TransactionSynchronizationRegistry getTransactionSynchronizationRegistry() {
        return null;
    }

    void cancelTimers() {
        timers.forEach(Timer::cancel);
    }
}
