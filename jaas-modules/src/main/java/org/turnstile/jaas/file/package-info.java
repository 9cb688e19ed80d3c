/**
 * Files that an operator edits while the server runs: read within bounds, read again when they
 * change, replaced in one step. Imports nothing but the JDK.
 */
package org.turnstile.jaas.file;
