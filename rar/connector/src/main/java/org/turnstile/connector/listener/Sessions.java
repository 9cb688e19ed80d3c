/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.listener;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.turnstile.connector.log.ConnectorLog;
import org.turnstile.connector.login.LoginSession;
import org.turnstile.connector.work.Lane;
import org.turnstile.connector.work.LaneFullException;
import org.turnstile.connector.work.ShortTask;

/** The logins behind live associations; each ends off the event loop. */
public final class Sessions {

    private final Lane lane;
    private final ConcurrentMap<String, LoginSession> live = new ConcurrentHashMap<>();

    /**
     * Keeps sessions.
     *
     * @param lane permits for log-outs
     */
    public Sessions(Lane lane) {
        this.lane = lane;
    }

    /** Keeps a session until its association ends. */
    void keep(String id, LoginSession session) {
        live.put(id, session);
    }

    /** Logs out, on a thread of the container. */
    void end(String id) {
        LoginSession session = live.remove(id);
        if (session == null) {
            return;
        }
        try {
            lane.submit(new Logout(id, session));
        } catch (LaneFullException e) {
            ConnectorLog.LOG.eventFailed(id, "logout", e);
        }
    }

    /** Ends one session. */
    private record Logout(String id, LoginSession session) implements ShortTask {

        @Override
        public void run() {
            session.close();
        }

        /** Better on this thread than not at all. */
        @Override
        public void refused(Exception cause) {
            ConnectorLog.LOG.eventFailed(id, "logout", cause);
            session.close();
        }
    }
}
