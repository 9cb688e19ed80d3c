/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.testkit.container;

/** Who calls on which thread. */
final class Callers {

    private final ThreadLocal<Caller> current = ThreadLocal.withInitial(() -> Caller.ANONYMOUS);

    Caller current() {
        return current.get();
    }

    /**
     * Runs the body as this caller, and as on servers with a context class loader that sees neither
     * the adapter nor the application.
     */
    void runAs(Caller caller, Runnable body) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        current.set(caller);
        try {
            body.run();
        } finally {
            current.remove();
            thread.setContextClassLoader(before);
        }
    }
}
