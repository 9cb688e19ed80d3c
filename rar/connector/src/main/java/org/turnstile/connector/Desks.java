/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.turnstile.api.Associations;
import org.turnstile.connector.config.AdapterSettings;
import org.turnstile.connector.config.Settings;
import org.turnstile.connector.guard.GuardLimits;
import org.turnstile.connector.guard.LoginGuard;
import org.turnstile.connector.inflow.Activations;
import org.turnstile.connector.inflow.AssociationEvents;
import org.turnstile.connector.listener.DoorServices;
import org.turnstile.connector.listener.Doors;
import org.turnstile.connector.listener.LoginDesk;
import org.turnstile.connector.listener.Sessions;
import org.turnstile.connector.log.ConnectorLog;
import org.turnstile.connector.login.LoginService;
import org.turnstile.connector.management.AdapterBean;
import org.turnstile.connector.work.Dispatcher;
import org.turnstile.connector.work.EventLoops;
import org.turnstile.connector.work.Lane;

/** The lanes of short work, and who queues in them. */
final class Desks {

    private final Activations activations = new Activations();
    private final LoginService logins;
    private final Lane requestLane;
    private final Lane loginLane;
    private final Lane eventLane;
    private final LoginDesk loginDesk;
    private final Doors doors;

    Desks(Path home, Settings settings, Dispatcher dispatcher, EventLoops loops) {
        AdapterSettings adapter = settings.adapter();
        // events and log-outs come from associations, so there are no more than of those
        int connections =
                settings.listeners().values().stream()
                        .mapToInt(listener -> listener.port().maxConnections())
                        .sum();
        requestLane =
                new Lane("requests", adapter.requests(), adapter.waitingRequests(), dispatcher);
        loginLane = new Lane("logins", adapter.logins(), adapter.waitingLogins(), dispatcher);
        eventLane =
                new Lane(
                        "associationEvents",
                        adapter.associationEvents(),
                        2 * connections,
                        dispatcher);
        logins =
                new LoginService(
                        home,
                        Desks.class.getClassLoader(),
                        new LoginGuard(
                                GuardLimits.DEFAULT,
                                Clock.systemUTC(),
                                lock -> ConnectorLog.PEER.locked(lock.user(), lock.source())),
                        ConnectorLog.LOG::loginProblem);
        loginDesk = new LoginDesk(logins, loginLane, adapter.loginTimeout(), loops.group());
        DoorServices services =
                new DoorServices(
                        activations,
                        loginDesk,
                        new Sessions(eventLane),
                        new AssociationEvents(activations, eventLane));
        doors = new Doors(settings.listeners(), services);
    }

    Activations activations() {
        return activations;
    }

    Doors doors() {
        return doors;
    }

    Lane requestLane() {
        return requestLane;
    }

    AdapterBean bean(Associations associations) {
        return new AdapterBean(
                associations,
                new AdapterBean.Load(requestLane::running, requestLane::waiting),
                new AdapterBean.Load(loginLane::running, loginLane::waiting));
    }

    /** Nobody waits for a login any more. */
    void endLogins() {
        loginDesk.stop();
    }

    /** Lets the last events be delivered and the last users be logged out. */
    void settle(Duration most) {
        try {
            if (!eventLane.awaitIdle(most)) {
                ConnectorLog.LOG.stopSlow("association events", most.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void reload() {
        logins.reload();
    }

    void close() {
        logins.close();
    }
}
