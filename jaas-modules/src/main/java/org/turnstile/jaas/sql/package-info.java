/**
 * Tables of our own in databases, which a server knows by names in JNDI. Imports the JDK, the API
 * and jboss-logging.
 */
package org.turnstile.jaas.sql;
