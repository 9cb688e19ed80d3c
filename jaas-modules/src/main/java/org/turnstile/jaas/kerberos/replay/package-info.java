/**
 * Which requests have been seen already: in memory for one server, in a database for several.
 * Imports the JDK, the API and {@code jaas.sql}.
 */
package org.turnstile.jaas.kerberos.replay;
