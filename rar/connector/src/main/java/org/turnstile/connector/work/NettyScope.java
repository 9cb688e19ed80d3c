/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.work;

import io.netty.util.concurrent.FastThreadLocal;

/**
 * To be closed before a thread of the server goes back to it from a place where Netty was used.
 * Netty keeps a map with each thread that it meets, and the class of that map keeps our class
 * loader: a pool's core thread would hold one per deployment, for as long as the server runs.
 */
public final class NettyScope implements AutoCloseable {

    /** Takes from the current thread what Netty keeps with it. */
    @Override
    public void close() {
        FastThreadLocal.removeAll();
    }
}
