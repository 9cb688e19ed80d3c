/**
 * Which requests have been seen already: in memory for one server, in a database for several.
 * Imports the JDK and the API.
 */
package org.turnstile.jaas.kerberos.replay;
