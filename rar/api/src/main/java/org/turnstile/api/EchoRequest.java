/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.api;

/**
 * A C-ECHO request (PS3.7 §9.1.5).
 *
 * @param association the association it came on
 * @param sopClass Affected SOP Class UID
 */
public record EchoRequest(Association association, String sopClass) {}
