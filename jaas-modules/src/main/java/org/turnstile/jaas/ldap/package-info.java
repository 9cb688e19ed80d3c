/**
 * User names and passcodes that a directory knows (RFC 4511), and the groups of its users. Imports
 * the JDK, the API, {@code jaas.file}, {@code jaas.mapping} and the UnboundID LDAP SDK.
 */
package org.turnstile.jaas.ldap;
