/**
 * The ground that the login modules stand on: two-phase login, options that are checked, and the
 * shared state of a stack. May import the JDK, the API and jboss-logging; open to modules of other
 * vendors.
 */
package org.turnstile.jaas;
