/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.query;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.turnstile.api.Status;

/** What queries tell the operator: TURN3050 to TURN3069. Nothing of what was asked for. */
@MessageLogger(projectCode = "TURN", length = 4)
interface QueryLog extends BasicLogger {

    QueryLog LOG =
            Logger.getMessageLogger(MethodHandles.lookup(), QueryLog.class, "org.turnstile.ejb");

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 3050, value = "%s: %s queried at level %s: %d matches in %d ms, %s")
    void queried(
            String association,
            Object caller,
            Object level,
            long matches,
            long milliseconds,
            Status status);

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 3051, value = "%s: query refused: %s")
    void refused(String association, Status status);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 3052, value = "%s: the index did not answer a query")
    void notAnswered(String association, @Cause Throwable cause);
}
