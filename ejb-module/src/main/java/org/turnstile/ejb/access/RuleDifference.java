/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.access;

/**
 * What an import has changed.
 *
 * @param rules different rules of the file
 * @param inserted how many of them are new
 * @param removed how many are there no more
 */
record RuleDifference(int rules, int inserted, int removed) {}
