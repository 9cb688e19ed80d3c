/**
 * One-time passcodes of a type 2 identity: hash chains (RFC 2289), counters (RFC 4226) and time
 * (RFC 6238). One value opens one association. Imports the JDK, the API, {@code jaas.sql} and the
 * ground of the login modules.
 */
package org.turnstile.jaas.otp;
