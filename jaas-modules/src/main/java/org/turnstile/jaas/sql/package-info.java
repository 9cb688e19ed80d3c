/**
 * Tables of users and roles in a database that the server knows by a name in JNDI. Imports the JDK,
 * the API and jboss-logging.
 */
package org.turnstile.jaas.sql;
