/**
 * What one-time passwords are made of: the hash chain of RFC 2289 with its two written forms, HOTP
 * (RFC 4226) and TOTP (RFC 6238). Pure computation; imports the JDK only.
 */
package org.turnstile.jaas.otp.code;
