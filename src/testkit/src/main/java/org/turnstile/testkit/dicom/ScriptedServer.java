/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.testkit.dicom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * A server on a free port of this host that takes one connection and plays a script to it, on a
 * thread of its own. What fails in the script fails in {@link #await()}.
 */
public final class ScriptedServer implements AutoCloseable {

    private final ServerSocket listening;
    private final Duration patience;
    private final FutureTask<Void> script;

    private ScriptedServer(Duration patience, Consumer<ScriptedPeer> lines) throws IOException {
        this.patience = patience;
        listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        listening.setSoTimeout((int) patience.toMillis());
        script = new FutureTask<>(() -> play(lines), null);
    }

    /** Starts a server; the script gets the peer that connected. */
    public static ScriptedServer playing(Consumer<ScriptedPeer> script) {
        return playing(ScriptedPeer.DEFAULT_PATIENCE, script);
    }

    /** Starts a server that waits at most for so long, for the connection and for any bytes. */
    public static ScriptedServer playing(Duration patience, Consumer<ScriptedPeer> script) {
        try {
            ScriptedServer server = new ScriptedServer(patience, script);
            Thread thread = new Thread(server.script, "scripted-server-" + server.port());
            thread.setDaemon(true);
            thread.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The port. */
    public int port() {
        return listening.getLocalPort();
    }

    /** Waits until the script has been played, at most three times its patience. */
    public void await() {
        try {
            script.get(3 * patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError("the script failed: " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError("the script has not ended", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void play(Consumer<ScriptedPeer> lines) {
        try (Socket socket = listening.accept();
                ScriptedPeer peer = new ScriptedPeer(socket, patience)) {
            lines.accept(peer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
