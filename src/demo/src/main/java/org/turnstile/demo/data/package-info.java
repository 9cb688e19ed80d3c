/**
 * The objects that the demo starts with: made anew at every start, always the same to the byte.
 * Imports the JDK and {@code api}.
 */
package org.turnstile.demo.data;
