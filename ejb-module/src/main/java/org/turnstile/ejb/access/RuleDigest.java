/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.access;

/** The first 128 bits of a rule's SHA-256. */
record RuleDigest(long high, long low) {}
