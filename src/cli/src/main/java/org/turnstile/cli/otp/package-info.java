/**
 * {@code turnstile otp}: one-time passcodes of a home folder or of a database. Imports the common
 * ground of the commands, picocli, JDBC, the states of {@code org.turnstile.jaas.otp}, and a maker
 * of QR codes.
 */
package org.turnstile.cli.otp;
