/* SPDX-License-Identifier: Apache-2.0 */
/**
 * A small Kerberos key distribution centre (RFC 4120) for the demo and the tests: Apache Kerby's
 * types and cryptography behind exchanges of our own, in which nobody gets a ticket without proof
 * of the passcode. A hospital uses its own: Active Directory, FreeIPA or MIT. Imports the JDK,
 * Netty and Apache Kerby.
 */
package org.turnstile.eua.kdc;
