/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.dimse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;

/** Accepts one connection on a plain socket and plays a script on it. */
final class ScriptedAcceptor implements AutoCloseable {

    /** What it does with its connection. */
    interface Script {
        void play(RawPeer peer) throws IOException;
    }

    private final ServerSocket server;
    private final ForkJoinPool thread = new ForkJoinPool(1);
    private final CompletableFuture<Void> played;

    ScriptedAcceptor(Script script) throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        played = CompletableFuture.runAsync(() -> play(script), thread);
    }

    private void play(Script script) {
        try (RawPeer peer = new RawPeer(server.accept())) {
            script.play(peer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.getLocalPort();
    }

    /** Done when the script has ended; fails as it did. */
    CompletableFuture<Void> played() {
        return played;
    }

    @Override
    public void close() throws IOException {
        server.close();
        thread.shutdownNow();
    }
}
