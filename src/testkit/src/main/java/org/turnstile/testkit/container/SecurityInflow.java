/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.testkit.container;

/**
 * What a SecurityContext did when its Work was about to run.
 *
 * @param calls how often it called {@code handle}; once is right
 * @param caller who called as a result
 */
public record SecurityInflow(int calls, Caller caller) {}
