/**
 * Where the state of one-time passwords is kept, in a file or in a database, such that one state is
 * replaced by one successor only. Imports the JDK, JDBC, {@code jaas.sql} and the formats of files.
 */
package org.turnstile.jaas.otp.store;
