/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.work.WorkException;
import jakarta.resource.spi.work.WorkManager;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.turnstile.api.Association;
import org.turnstile.api.Associations;
import org.turnstile.connector.config.Settings;
import org.turnstile.connector.config.SettingsException;
import org.turnstile.connector.inflow.Activation;
import org.turnstile.connector.log.ConnectorLog;
import org.turnstile.connector.management.Beans;
import org.turnstile.connector.work.Dispatcher;
import org.turnstile.connector.work.EventLoops;
import org.turnstile.connector.work.SecurityProbe;

/** Everything that runs between the first activation and the last deactivation. */
final class Engine {

    /** Long-running threads that exist start at once; later than this there are none. */
    private static final Duration START = Duration.ofSeconds(5);

    private static final Duration STOP = Duration.ofSeconds(5);

    private final Settings settings;
    private final Dispatcher dispatcher;
    private final EventLoops loops;
    private final Desks desks;
    private final Ports ports;
    private final Beans beans;

    private Engine(
            Settings settings,
            Dispatcher dispatcher,
            EventLoops loops,
            Desks desks,
            Ports ports,
            Beans beans) {
        this.settings = settings;
        this.dispatcher = dispatcher;
        this.loops = loops;
        this.desks = desks;
        this.ports = ports;
        this.beans = beans;
    }

    /**
     * Starts the threads; opens no port.
     *
     * @throws ResourceException if the configuration is wrong or the server gives no threads
     */
    static Engine start(Path home, WorkManager workManager, Associations associations)
            throws ResourceException {
        Settings settings = read(home);
        probe(workManager);
        Dispatcher dispatcher = new Dispatcher(workManager);
        try {
            dispatcher.start();
            if (!dispatcher.started().await(START.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new WorkException("the dispatcher did not start: no long-running thread");
            }
            EventLoops loops =
                    EventLoops.start(workManager, settings.adapter().eventLoops(), START);
            Desks desks = new Desks(home, settings, dispatcher, loops);
            String instance = Integer.toHexString(System.identityHashCode(dispatcher));
            Beans beans = new Beans(instance);
            beans.register(desks.bean(associations), "Adapter", home.toString());
            Ports ports = new Ports(settings, desks, loops.group(), instance);
            return new Engine(settings, dispatcher, loops, desks, ports, beans);
        } catch (WorkException e) {
            dispatcher.stop();
            throw new ResourceException(e.getMessage(), e);
        } catch (InterruptedException e) {
            dispatcher.stop();
            Thread.currentThread().interrupt();
            throw new ResourceException("interrupted while starting", e);
        }
    }

    private static Settings read(Path home) throws ResourceException {
        try {
            return Settings.read(home);
        } catch (SettingsException e) {
            throw new ResourceException(e.getMessage(), e);
        }
    }

    private static void probe(WorkManager workManager) throws ResourceException {
        try {
            SecurityProbe.run(workManager);
        } catch (WorkException e) {
            throw new ResourceException(ConnectorLog.LOG.noWorkSecurity(e.getMessage()), e);
        }
    }

    /** As read at the start. */
    Settings settings() {
        return settings;
    }

    void add(Activation activation) throws ResourceException {
        if (!ports.knows(activation.listener())) {
            throw new ResourceException(
                    "listener: '"
                            + activation.listener()
                            + "' of "
                            + activation
                            + " is not in turnstile.properties");
        }
        try {
            desks.activations().add(activation);
        } catch (IllegalArgumentException e) {
            throw new ResourceException(e.getMessage(), e);
        }
    }

    void remove(Activation activation) {
        desks.activations().remove(activation);
        if (ports.closeUnserved()) {
            // before the endpoints go that are to hear of it
            desks.settle(STOP);
        }
    }

    /**
     * Opens the ports for which something is activated.
     *
     * @param ready whether the application has said that it is ready
     * @throws ResourceException if a port cannot be opened
     */
    void openPorts(boolean ready) throws ResourceException {
        ports.open(ready);
    }

    List<Association> live() {
        return ports.live();
    }

    boolean close(String id) {
        return ports.close(id);
    }

    void reload() {
        desks.reload();
    }

    void stop() {
        ports.close();
        desks.endLogins();
        desks.settle(STOP);
        beans.close();
        desks.close();
        loops.stop();
        dispatcher.stop();
        try {
            if (!dispatcher.ended().await(STOP.toNanos(), TimeUnit.NANOSECONDS)) {
                ConnectorLog.LOG.stopSlow("dispatcher", STOP.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
