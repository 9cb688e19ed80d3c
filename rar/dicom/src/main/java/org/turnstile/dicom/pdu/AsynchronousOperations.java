/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.pdu;

/**
 * Asynchronous operations window (53H, PS3.7 §D.3.3.3).
 *
 * @param invoked most operations invoked at once, 0 means unlimited
 * @param performed most operations performed at once, 0 means unlimited
 */
public record AsynchronousOperations(int invoked, int performed) {}
