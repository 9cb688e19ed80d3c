/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.listener;

import io.netty.channel.EventLoopGroup;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.turnstile.api.Association;
import org.turnstile.api.Line;
import org.turnstile.connector.config.Endpoint;
import org.turnstile.connector.config.ListenerSettings;
import org.turnstile.connector.config.PortSettings;
import org.turnstile.connector.log.ConnectorLog;
import org.turnstile.dicom.dimse.DimseServer;
import org.turnstile.dicom.dimse.DimseService;
import org.turnstile.dicom.dimse.LineHandlers;
import org.turnstile.dicom.dimse.ServerOptions;

/** An open port, which its listeners share. */
public final class Port {

    /** Beyond the grace, for connections to be cut. */
    private static final Duration CUT = Duration.ofSeconds(5);

    private final DimseServer server;
    private final Duration grace;

    private Port(DimseServer server, Duration grace) {
        this.server = server;
        this.grace = grace;
    }

    /**
     * Opens a port.
     *
     * @param endpoint where
     * @param listeners who share it
     * @param doors their doors
     * @param service serves requests
     * @param group event loops
     * @throws IOException if it cannot be opened; names the address
     */
    public static Port open(
            Endpoint endpoint,
            List<ListenerSettings> listeners,
            Doors doors,
            DimseService service,
            EventLoopGroup group)
            throws IOException {
        DimseServer server =
                DimseServer.bind(
                        group,
                        new InetSocketAddress(endpoint.bindAddress(), endpoint.port()),
                        options(listeners.get(0).port()),
                        new ListenerGate(listeners, doors),
                        service,
                        new PortObserver(listeners, doors));
        ConnectorLog.LOG.listening(
                server.localAddress(),
                listeners.stream().map(ListenerSettings::name).collect(Collectors.joining(", ")));
        Duration grace =
                listeners.stream()
                        .map(ListenerSettings::stopGrace)
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
        return new Port(server, grace);
    }

    private static ServerOptions options(PortSettings port) {
        return new ServerOptions(
                port.pduLimits(),
                port.artim(),
                port.maxConnections(),
                ServerOptions.DEFAULT.backlog(),
                Line.PLAIN,
                LineHandlers.NONE);
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return server.localAddress();
    }

    /** The associations that are open now. */
    public List<Association> live() {
        return server.associations();
    }

    /** Aborts one; answers whether it was there. */
    public boolean abort(String id) {
        return server.abort(id);
    }

    /** Closes the port: running requests end first, within the grace. */
    public void close() {
        InetSocketAddress address = address();
        long most = grace.plus(CUT).toMillis();
        try {
            server.close(grace).toCompletableFuture().get(most, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            ConnectorLog.LOG.stopSlow("port " + address, most);
        }
        ConnectorLog.LOG.closed(address);
    }
}
