/**
 * How a Kerberos message stands in a User Identity: bare, as a GSS-API token or in SPNEGO. Used by
 * both ends of an association; checks no key and no time. Imports nothing but the JDK.
 */
package org.turnstile.api.kerberos;
