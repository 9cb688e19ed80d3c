/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector.log;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/**
 * What the connector tells the operator. {@link #LOG} is for the operator's own doing, {@link
 * #PEER} for what peers cause, so that the second can be turned down alone.
 */
@MessageLogger(projectCode = "TURN", length = 4)
public interface ConnectorLog extends BasicLogger {

    /** Life of the adapter and faults on our side. */
    ConnectorLog LOG =
            Logger.getMessageLogger(
                    MethodHandles.lookup(), ConnectorLog.class, "org.turnstile.connector");

    /** Associations, and what peers do wrong. */
    ConnectorLog PEER =
            Logger.getMessageLogger(
                    MethodHandles.lookup(), ConnectorLog.class, "org.turnstile.peer");

    /** A port is open. */
    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 1001, value = "Listening on %s for %s")
    void listening(Object address, Object listeners);

    /** A port is closed. */
    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 1002, value = "Closed %s")
    void closed(Object address);

    /** The server does not let us say who calls. */
    @Message(
            id = 1003,
            value =
                    "The server's work manager takes no caller from a resource adapter (%s). On"
                            + " WildFly, its entry needs work security. Paste into jboss-cli.sh,"
                            + " then reload:\n"
                            + "/subsystem=resource-adapters/resource-adapter=turnstile"
                            + ":write-attribute(name=wm-security,value=true)\n"
                            + "/subsystem=resource-adapters/resource-adapter=turnstile"
                            + ":write-attribute(name=wm-elytron-security-domain,"
                            + "value=TurnstileDomain)")
    String noWorkSecurity(String cause);

    /** The server does not support an inflowed caller. */
    @Message(
            id = 1004,
            value = "The server supports no SecurityContext (Jakarta Connectors chapter 16)")
    String noSecurityInflow();

    /** An association begins. */
    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 1010, value = "%s accepted: %s at %s to %s (listener %s) as %s")
    void accepted(
            String id, String calling, Object peer, String called, String listener, Object who);

    /** An association was refused. */
    @LogMessage(level = Logger.Level.INFO)
    @Message(
            id = 1011,
            value = "%s rejected %d/%d/%d: %s at %s to %s (listener %s), claimed %s: %s")
    @SuppressWarnings("checkstyle:ParameterNumber")
    void rejected(
            String id,
            int result,
            int source,
            int reason,
            String calling,
            Object peer,
            String called,
            String listener,
            String claimed,
            String cause);

    /** An association has ended. */
    @LogMessage(level = Logger.Level.DEBUG)
    @Message(id = 1012, value = "%s closed: %s")
    void ended(String id, Object closing);

    /** Bytes that are not DICOM. */
    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 1013, value = "%s malformed, from %s: %s")
    void malformed(String id, Object peer, String fault);

    /** A user is locked out. */
    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 1014, value = "Locked after too many failed logins: %s from %s")
    void locked(String user, Object source);

    /** A login could be neither granted nor refused. */
    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 1015, value = "%s: login not possible: %s")
    void loginUnavailable(String id, String cause);

    /** Something is wrong beside a login. */
    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 1016, value = "Login: %s")
    void loginProblem(String problem);

    /** An identity that was sent does not count. */
    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 1017, value = "%s: user identity %s")
    void identityIgnored(String id, String note);

    /** A departure from the standard that is lived with. */
    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 1018, value = "%s departs from the standard, from %s: %s")
    void departs(String id, Object peer, Object deviations);

    /** A departure from the standard that is not lived with. */
    @LogMessage(level = Logger.Level.INFO)
    @Message(
            id = 1019,
            value = "%s aborted, from %s (listener %s): parsing is STRICT, and found %s")
    void strict(String id, Object peer, String listener, Object deviations);

    /** A connection was closed at once. */
    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 1025, value = "Connection from %s closed: maxConnections are open already")
    void connectionRefused(Object peer);

    /** A handler failed. */
    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 1020, value = "%s: handler of %s failed")
    void handlerFailed(String id, String service, @Cause Throwable cause);

    /** The caller may not do this. */
    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 1021, value = "%s: %s refused to %s: not authorized")
    void notAuthorized(String id, String service, Object who);

    /** An identifier that is missing or cannot be read. */
    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 1026, value = "%s: C-FIND refused with %s")
    void identifierRefused(String id, String status);

    /** There is nobody to serve a request. */
    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 1022, value = "%s: %s not served: %s")
    void notServed(String id, String service, String cause);

    /** A listener for associations failed. */
    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 1023, value = "%s: association event '%s' not delivered")
    void eventFailed(String id, String event, @Cause Throwable cause);

    /** A bug, ours or of what we call. */
    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 1024, value = "%s: a fault on our side")
    void fault(String id, @Cause Throwable cause);

    /** Something did not stop in time. */
    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 1030, value = "%s did not stop within %d ms")
    void stopSlow(String what, long millis);

    /** An MXBean could not be registered. */
    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 1031, value = "No management bean %s: %s")
    void noManagement(Object name, String cause);
}
