/**
 * Type 2, a name and a passcode (PS3.7 §D.3.3.7, PS3.15 §B.5): the login module, the users file
 * with its hashes, which the command line edits, and the users table. Imports the JDK, the API,
 * {@code jaas.file} and {@code jaas.sql}.
 */
package org.turnstile.jaas.passcode;
