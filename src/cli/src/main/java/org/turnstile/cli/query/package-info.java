/**
 * The keys of a query as they are written on a command line, and its matches as they are shown.
 * Imports the JDK, {@code api} and {@code common}.
 */
package org.turnstile.cli.query;
