/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas;

import java.lang.invoke.MethodHandles;
import java.nio.file.Path;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What the login modules log: ids TURN2000 to TURN2999. Never a passcode, hash or token. */
@MessageLogger(projectCode = "TURN", length = 4)
public interface JaasLogger extends BasicLogger {

    /** The logger of the module's category. */
    JaasLogger LOGGER =
            Logger.getMessageLogger(MethodHandles.lookup(), JaasLogger.class, "org.turnstile.jaas");

    /** A users file has been read. */
    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 2001, value = "Users read from %s: %d")
    void usersRead(Path file, int users);

    /** A roles file has been read. */
    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 2002, value = "Roles read from %s: %d")
    void rolesRead(Path file, int roles);

    /** Hashes are weaker than new ones would be. */
    @LogMessage(level = Logger.Level.WARN)
    @Message(
            id = 2003,
            value = "%s: passcodes hashed with fewer than %3$d rounds: %2$d. Set them anew")
    void fewRounds(Path file, long users, int rounds);

    /** Others than the owner and the group may read the hashes. */
    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 2004, value = "%s: can be read by everybody on this host; chmod 600 it")
    void readableByAll(Path file);

    /** A keytab has been read. */
    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 2101, value = "Service keys read from %s: %s")
    void keytabRead(Path file, String principals);

    /** Keys in a keytab that can never be used. */
    @LogMessage(level = Logger.Level.WARN)
    @Message(
            id = 2102,
            value = "%s: keys of other encryption types than AES: %d. No ticket is taken by them")
    void keysUnused(Path file, int keys);
}
