/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Ports of this machine, seen from itself. */
final class Loopback {

    private static final int POLL_MILLIS = 100;
    private static final int CONNECT_MILLIS = 1000;

    private Loopback() {}

    static boolean is(String address) {
        try {
            return InetAddress.getByName(address.strip()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /**
     * @param setting what to change when the port is taken
     */
    static void requireFree(int port, String setting) throws DemoException {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(address(port));
        } catch (IOException e) {
            throw new DemoException(
                    "Port "
                            + port
                            + " on 127.0.0.1 is taken ("
                            + e.getMessage()
                            + "). Stop what uses it, or set "
                            + setting
                            + ".");
        }
    }

    /**
     * Waits until the port answers.
     *
     * @param failed the server makes this file when it cannot deploy
     */
    static void awaitOpen(int port, Process server, Path failed, Duration within, Path log)
            throws DemoException, InterruptedException {
        long end = System.nanoTime() + within.toNanos();
        while (System.nanoTime() < end) {
            if (!server.isAlive()) {
                throw new DemoException("The server ended while it started; see " + log);
            }
            if (Files.exists(failed)) {
                throw new DemoException("The server did not take turnstile.ear; see " + log);
            }
            if (answers(port)) {
                return;
            }
            Thread.sleep(POLL_MILLIS);
        }
        throw new DemoException(
                "Port " + port + " did not open within " + within.toSeconds() + " s; see " + log);
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(address(port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static InetSocketAddress address(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }
}
