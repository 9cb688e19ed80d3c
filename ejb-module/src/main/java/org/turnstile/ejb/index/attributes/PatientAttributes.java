/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.index.attributes;

/**
 * What an object says of its patient.
 *
 * @param patientId Patient ID (0010,0020), at most 64 characters; empty when there is none
 * @param issuer Issuer of Patient ID (0010,0021), at most 64 characters; empty when there is none
 * @param scope empty; for a patient without an ID the Study Instance UID, so that two of them are
 *     never taken for one
 * @param name Patient's Name (0010,0010)
 * @param birthDate Patient's Birth Date (0010,0030), or null
 * @param sex Patient's Sex (0010,0040), or null
 */
public record PatientAttributes(
        String patientId,
        String issuer,
        String scope,
        NameColumns name,
        String birthDate,
        String sex) {

    /** What tells one patient from another. */
    public record Key(String patientId, String issuer, String scope) {}

    public Key key() {
        return new Key(patientId, issuer, scope);
    }
}
