/**
 * Type 1, a bare user name (PS3.7 §D.3.3.7, PS3.15 §B.4). Imports the JDK, the API and the users
 * source of {@code jaas.passcode}.
 */
package org.turnstile.jaas.username;
