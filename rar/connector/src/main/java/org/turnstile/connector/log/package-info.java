/** The connector's messages, with their numbers TURN1000 to TURN1999. Imports JBoss Logging. */
package org.turnstile.connector.log;
