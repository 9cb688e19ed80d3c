/**
 * The commands that administer a home folder: its file of users, and the order to unlock one.
 * Stands on {@code common}; imports {@code org.turnstile.jaas.passcode} and picocli.
 */
package org.turnstile.cli.user;
