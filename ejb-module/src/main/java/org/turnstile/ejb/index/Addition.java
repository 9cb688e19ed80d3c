/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.index;

/**
 * What became of an object, and where the instance is.
 *
 * @param outcome what became of it
 * @param file the file that the index names for the instance; empty where it has none
 */
public record Addition(Outcome outcome, String file) {}
