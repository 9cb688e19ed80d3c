/**
 * What all commands share: exit statuses, the failure that ends a command, and how secrets come in.
 * Imports the JDK only.
 */
package org.turnstile.cli.common;
