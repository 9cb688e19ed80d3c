/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.login;

/**
 * The login behind an association. Closing it logs out and destroys the credentials; closing it
 * again does nothing. Login modules run meanwhile, so it is not closed on an event loop.
 */
public interface LoginSession extends AutoCloseable {

    /** The session of a peer that did not log in. */
    static LoginSession none() {
        return () -> {};
    }

    @Override
    void close();
}
