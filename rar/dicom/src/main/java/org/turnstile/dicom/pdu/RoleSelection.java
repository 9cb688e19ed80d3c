/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.dicom.pdu;

/**
 * SCP/SCU role selection (54H, PS3.7 §D.3.3.4).
 *
 * @param sopClass SOP class UID
 * @param scu SCU-role
 * @param scp SCP-role
 */
public record RoleSelection(String sopClass, boolean scu, boolean scp) {}
