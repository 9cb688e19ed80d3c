/* SPDX-License-Identifier: Apache-2.0 */
/**
 * DIMSE messages as they travel in P-DATA (PS3.7 §6.3, PS3.8 §9.3.5), the same for both sides.
 * Stands on {@code dimse.command}, {@code association} and {@code pdu}.
 */
package org.turnstile.dicom.dimse.message;
