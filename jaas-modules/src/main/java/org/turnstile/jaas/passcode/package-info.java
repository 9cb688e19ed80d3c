/**
 * Type 2, a name and a passcode (PS3.7 §D.3.3.7, PS3.15 §B.5): the login module, and the users file
 * with its hashes, which the command line edits. Imports the JDK, the API and {@code jaas.file}.
 */
package org.turnstile.jaas.passcode;
