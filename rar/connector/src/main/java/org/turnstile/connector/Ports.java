/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector;

import io.netty.channel.EventLoopGroup;
import jakarta.resource.ResourceException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.turnstile.api.Association;
import org.turnstile.api.Status;
import org.turnstile.connector.config.Endpoint;
import org.turnstile.connector.config.IdentitySettings;
import org.turnstile.connector.config.ListenerSettings;
import org.turnstile.connector.config.Opening;
import org.turnstile.connector.config.Settings;
import org.turnstile.connector.config.UserIdentityPolicy;
import org.turnstile.connector.inflow.RequestService;
import org.turnstile.connector.listener.Port;
import org.turnstile.connector.management.Beans;
import org.turnstile.connector.management.ListenerBean;

/**
 * The ports: each opens when a service of one of its listeners is wanted, and closes with the last.
 */
final class Ports {

    private final Settings settings;
    private final Desks desks;
    private final EventLoopGroup group;
    private final RequestService service;
    private final String instance;

    /** Changed under the lock, looked at without: a port takes its time to close. */
    private final Map<Endpoint, Opened> open = new ConcurrentHashMap<>();

    /** A port with the beans that show it. */
    private record Opened(Port port, Beans beans) {}

    Ports(Settings settings, Desks desks, EventLoopGroup group, String instance) {
        this.instance = instance;
        this.settings = settings;
        this.desks = desks;
        this.group = group;
        this.service =
                new RequestService(
                        desks.activations(), desks.requestLane(), this::count, this::echoOnly);
    }

    /** Who names nobody where a name is required was let in for C-ECHO. */
    private boolean echoOnly(Association association) {
        IdentitySettings rules = settings.listeners().get(association.listener()).identity();
        return association.identity().isAnonymous()
                && rules.userIdentity() == UserIdentityPolicy.REQUIRED;
    }

    private void count(String listener, String service, Status status, long nanos) {
        desks.doors()
                .counters(listener)
                .request(service + " " + String.format("%04XH", status.code()), nanos);
    }

    boolean knows(String listener) {
        return settings.listeners().containsKey(listener);
    }

    /**
     * Opens what is due.
     *
     * @throws ResourceException if a port cannot be opened
     */
    synchronized void open(boolean ready) throws ResourceException {
        for (Map.Entry<Endpoint, List<ListenerSettings>> entry : settings.endpoints().entrySet()) {
            if (!open.containsKey(entry.getKey()) && due(entry.getValue(), ready)) {
                open.put(entry.getKey(), bind(entry.getKey(), entry.getValue()));
            }
        }
    }

    private boolean due(List<ListenerSettings> listeners, boolean ready) {
        return listeners.stream()
                .filter(l -> ready || l.open() == Opening.ACTIVATION)
                .anyMatch(l -> desks.activations().serve(l.name()));
    }

    private Opened bind(Endpoint endpoint, List<ListenerSettings> listeners)
            throws ResourceException {
        try {
            Port port = Port.open(endpoint, listeners, desks.doors(), service, group);
            return new Opened(port, show(port, listeners));
        } catch (IOException e) {
            throw new ResourceException("port " + endpoint + ": " + e.getMessage(), e);
        }
    }

    private Beans show(Port port, List<ListenerSettings> listeners) {
        Beans beans = new Beans(instance);
        for (ListenerSettings listener : listeners) {
            String name = listener.name();
            ListenerBean bean =
                    new ListenerBean(
                            name,
                            port.address().toString(),
                            () -> desks.doors().open(name),
                            desks.doors().counters(name));
            beans.register(bean, "Listener", name);
        }
        return beans;
    }

    /** Closes what nobody serves any more; answers whether there was such a port. */
    synchronized boolean closeUnserved() {
        List<Endpoint> unserved =
                settings.endpoints().entrySet().stream()
                        .filter(e -> open.containsKey(e.getKey()) && !due(e.getValue(), true))
                        .map(Map.Entry::getKey)
                        .toList();
        unserved.forEach(this::close);
        return !unserved.isEmpty();
    }

    private void close(Endpoint endpoint) {
        Opened opened = open.get(endpoint);
        opened.port().close();
        opened.beans().close();
        open.remove(endpoint);
    }

    synchronized void close() {
        List.copyOf(open.keySet()).forEach(this::close);
    }

    List<Association> live() {
        return open.values().stream().flatMap(o -> o.port().live().stream()).toList();
    }

    boolean close(String id) {
        return open.values().stream().anyMatch(o -> o.port().abort(id));
    }
}
