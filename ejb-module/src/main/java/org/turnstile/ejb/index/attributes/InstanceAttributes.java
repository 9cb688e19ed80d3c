/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.index.attributes;

/**
 * What an object is of itself.
 *
 * @param uid SOP Instance UID (0008,0018)
 * @param sopClass SOP Class UID (0008,0016)
 * @param number Instance Number (0020,0013), or null
 * @param transferSyntax transfer syntax of the data set
 */
public record InstanceAttributes(
        String uid, String sopClass, String number, String transferSyntax) {}
