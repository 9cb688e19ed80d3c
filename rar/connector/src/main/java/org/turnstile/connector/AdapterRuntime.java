/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import jakarta.resource.spi.work.WorkManager;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.turnstile.api.Association;
import org.turnstile.api.Associations;
import org.turnstile.connector.config.Settings;
import org.turnstile.connector.config.SettingsException;
import org.turnstile.connector.inflow.Activation;
import org.turnstile.connector.work.NettyScope;

/**
 * All that one adapter instance keeps at run time. Nothing is opened before the first activation,
 * since a server may start an instance that it never uses.
 */
final class AdapterRuntime implements Associations {

    private final String home;
    private final WorkManager workManager;
    private final IdentityHashMap<MessageEndpointFactory, Activation> activations =
            new IdentityHashMap<>();
    private boolean opened;

    /** Changed under the lock, looked at without: handlers ask while the engine stops. */
    private volatile Engine engine;

    AdapterRuntime(String home, WorkManager workManager) {
        this.home = home;
        this.workManager = workManager;
    }

    synchronized void activate(MessageEndpointFactory factory, TurnstileActivationSpec spec)
            throws ResourceException {
        try (NettyScope scope = new NettyScope()) {
            start(factory, spec);
        }
    }

    private void start(MessageEndpointFactory factory, TurnstileActivationSpec spec)
            throws ResourceException {
        Activation activation;
        try {
            activation = new Activation(spec.getListener(), spec.getSopClasses(), factory);
            if (engine == null) {
                engine = Engine.start(home(), workManager, this);
            }
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new ResourceException(e.getMessage(), e);
        }
        try {
            engine.add(activation);
            activations.put(factory, activation);
            engine.openPorts(opened);
        } catch (ResourceException e) {
            end(factory);
            throw e;
        } finally {
            stopIfIdle();
        }
    }

    synchronized void deactivate(MessageEndpointFactory factory) {
        try (NettyScope scope = new NettyScope()) {
            end(factory);
        }
    }

    private void end(MessageEndpointFactory factory) {
        Activation activation = activations.remove(factory);
        if (activation != null) {
            engine.remove(activation);
            stopIfIdle();
        }
    }

    /** The next application says anew that it is ready. */
    private void stopIfIdle() {
        if (engine != null && activations.isEmpty()) {
            opened = false;
            engine.stop();
            engine = null;
        }
    }

    @Override
    public synchronized void open() {
        opened = true;
        if (engine != null) {
            try (NettyScope scope = new NettyScope()) {
                engine.openPorts(true);
            } catch (ResourceException e) {
                throw new IllegalStateException(e.getMessage(), e);
            }
        }
    }

    synchronized void stop() {
        activations.clear();
        try (NettyScope scope = new NettyScope()) {
            stopIfIdle();
        }
    }

    @Override
    public List<Association> live() {
        Engine running = engine;
        return running == null ? List.of() : running.live();
    }

    @Override
    public boolean close(String id) {
        Engine running = engine;
        try (NettyScope scope = new NettyScope()) {
            return running != null && running.close(id);
        }
    }

    @Override
    public void reload() {
        Engine running = engine;
        if (running != null) {
            running.reload();
        }
    }

    /** Before the first activation there is nothing that has read them. */
    @Override
    public Map<String, String> archiveSettings() {
        Engine running = engine;
        if (running != null) {
            return running.settings().archive();
        }
        try {
            return Settings.read(home()).archive();
        } catch (SettingsException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    @Override
    public Path home() {
        if (home.isBlank()) {
            throw new IllegalStateException("home: not set on the adapter's entry in the server");
        }
        return Path.of(home).toAbsolutePath().normalize();
    }
}
