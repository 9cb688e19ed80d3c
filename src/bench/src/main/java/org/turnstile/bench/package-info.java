/**
 * The load generator's command line: {@code associate}, {@code echo} and {@code idle} against any
 * SCP. Imports the packages below it and picocli.
 */
package org.turnstile.bench;
