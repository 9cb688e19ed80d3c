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

    /** A one-time passcode was taken a second time, as the grace window allows. */
    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 2150, value = "%s: the last one-time passcode was taken again from %s")
    void passcodeTakenAgain(String user, String place);

    /** A chain has few values left. */
    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 2151, value = "%s: one-time passcodes left: %d. Begin a new chain")
    void chainNearlyUsedUp(String user, int left);

    /** A chain has no value left. */
    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 2152, value = "%s: the one-time passcodes are used up. Begin a new chain")
    void chainUsedUp(String user);

    /** A user has begun a new chain by a login. */
    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 2153, value = "%s: a new chain of one-time passcodes begins at %s")
    void chainBegun(String user, String challenge);

    /** A token that was far ahead has proved itself by two passcodes in a row. */
    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 2154, value = "%s: the counter of the token was found again")
    void counterFoundAgain(String user);

    /** A file of certificate authorities has been read. */
    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 2160, value = "Certificate authorities of directories read from %s: %d")
    void authoritiesRead(Path file, int certificates);

    /** A file of those who are refused has been read. */
    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 2161, value = "Members who are refused read from %s: %d")
    void denialsRead(Path file, int members);

    /** A table has been made. */
    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 2162, value = "Table %s made in %s")
    void tableMade(String table, String dataSource);
}
