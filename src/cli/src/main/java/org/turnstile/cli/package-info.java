/**
 * The command {@code turnstile}: its entry point and the frame around all commands. Imports picocli
 * and the packages below.
 */
package org.turnstile.cli;
