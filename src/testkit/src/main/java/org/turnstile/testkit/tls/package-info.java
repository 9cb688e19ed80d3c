/** Keys and certificates that are made for a test. Stands on the JDK alone. */
package org.turnstile.testkit.tls;
