/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.log;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;
import org.turnstile.api.Status;

/**
 * The messages of the archive, each with its row in the manual: TURN3001 to 3029 storage and index,
 * 3030 to 3049 access, 3050 to 3069 query.
 */
@MessageLogger(projectCode = "TURN", length = 4)
public interface EjbLog extends BasicLogger {

    /** The one logger of the archive. */
    EjbLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), EjbLog.class, "org.turnstile.ejb");

    /** An object is kept. */
    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 3001, value = "%s: %s stored %s as %s")
    void stored(String association, String caller, String sopInstance, Object file);

    /** An object could not be kept. */
    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 3002, value = "%s: not stored: %s")
    void notStored(String association, String sopInstance, @Cause Throwable cause);

    /** The archive serves. */
    @LogMessage(level = Logger.Level.INFO)
    @Message(
            id = 3003,
            value =
                    "Archive ready in %s after %d ms: %d unfinished files removed, %d indexed, %d"
                            + " quarantined, %d missing")
    void ready(
            Object folder, long millis, int unfinished, int indexed, int quarantined, int missing);

    /** The schema of the index could not be brought to its newest version. */
    @Message(
            id = 3004,
            value = "The archive does not start: the schema of its index cannot be migrated: %s")
    IllegalStateException notMigrated(String why, @Cause Throwable cause);

    /** An object was refused because of what it is. */
    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 3005, value = "%s: refused %s with %s: %s")
    void refused(String association, String sopInstance, Object status, String why);

    /** A file without a row got one. */
    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 3006, value = "%s had no row: indexed as %s")
    void recovered(String file, String sopInstance);

    /** A file or folder was put aside. */
    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 3007, value = "%s is now quarantine/%s: it %s")
    void quarantined(String file, Object place, String why);

    /** The file of an object is gone. */
    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 3008, value = "The file of %s is missing: %s; the row stays")
    void fileMissing(String sopInstance, String file);

    /** Files and index could not be brought together. */
    @Message(id = 3009, value = "The archive does not start: %s")
    IllegalStateException notRecovered(String why, @Cause Throwable cause);

    /** The rules of who sees what were read and brought into the database. */
    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 3030, value = "%s read: %d rules, %d new, %d gone")
    void rulesRead(Object file, int rules, int inserted, int removed);

    /** The rules do not answer. */
    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 3031, value = "%s: refused %s, since the rules of access do not answer: %s")
    void accessUnavailable(String association, String caller, String why, @Cause Throwable cause);

    /** A query was answered; nothing of what was asked for. */
    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 3050, value = "%s: %s queried at level %s: %d matches in %d ms, %s")
    void queried(
            String association,
            Object caller,
            Object level,
            long matches,
            long milliseconds,
            Status status);

    /** A query was refused before it was asked. */
    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 3051, value = "%s: query refused: %s")
    void queryRefused(String association, Status status);

    /** The index failed a query. */
    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 3052, value = "%s: the index did not answer a query")
    void notAnswered(String association, @Cause Throwable cause);
}
