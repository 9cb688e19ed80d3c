/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.login;

/**
 * Puts a class loader into place for as long as it is open. JAAS takes login modules from the
 * thread's context class loader; no constructor of it takes one.
 */
final class LoaderScope implements AutoCloseable {

    private final Thread thread = Thread.currentThread();
    private final ClassLoader before = thread.getContextClassLoader();

    LoaderScope(ClassLoader loader) {
        thread.setContextClassLoader(loader);
    }

    @Override
    public void close() {
        thread.setContextClassLoader(before);
    }
}
