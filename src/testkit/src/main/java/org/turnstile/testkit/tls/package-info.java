/**
 * Keys and certificates that are made for a test. Imports the encodings of UnboundID's LDAP SDK.
 */
package org.turnstile.testkit.tls;
