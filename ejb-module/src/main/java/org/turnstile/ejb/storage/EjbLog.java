/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.storage;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What the archive tells the operator: TURN3000 to TURN3999. */
@MessageLogger(projectCode = "TURN", length = 4)
interface EjbLog extends BasicLogger {

    EjbLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), EjbLog.class, "org.turnstile.ejb");

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 3001, value = "%s: %s stored %s as %s")
    void stored(String association, String caller, String sopInstance, Object file);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 3002, value = "%s: not stored: %s")
    void notStored(String association, String sopInstance, @Cause Throwable cause);

    @LogMessage(level = Logger.Level.INFO)
    @Message(
            id = 3003,
            value = "Archive ready in %s; %d unfinished files of an earlier run removed")
    void ready(Object folder, int removed);
}
