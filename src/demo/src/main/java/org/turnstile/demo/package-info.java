/**
 * The demo: prepares a WildFly with Turnstile and a home folder with accounts, starts it on
 * loopback and stops it again. Imports the JDK.
 */
package org.turnstile.demo;
