/**
 * The demo: prepares a WildFly with Turnstile and a home folder with accounts, starts it on
 * loopback, stores the objects of {@code data} in it, and stops it again. Imports the JDK, {@code
 * api}, {@code org.turnstile.dicom} and Netty's transport.
 */
package org.turnstile.demo;
