/**
 * The rules of who sees what: what a rule says, how it is written in the file {@code access}, and
 * the terms in which it is explained. It imports the JDK.
 */
package org.turnstile.api.access;
