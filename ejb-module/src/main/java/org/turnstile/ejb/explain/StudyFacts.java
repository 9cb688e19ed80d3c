/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.explain;

/**
 * What rules look at in a study; what is not common to its parts, or not there, is empty.
 *
 * @param uid Study Instance UID
 * @param patientId Patient ID
 * @param issuer Issuer of Patient ID
 * @param institution Institution Name of all series
 * @param modality Modality of all series
 * @param storedBy the caller who stored all instances
 * @param date Study Date
 */
record StudyFacts(
        String uid,
        String patientId,
        String issuer,
        String institution,
        String modality,
        String storedBy,
        String date) {}
