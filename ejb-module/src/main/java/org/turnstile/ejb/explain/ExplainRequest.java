/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.explain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import javax.security.auth.Subject;
import org.turnstile.api.IdentityType;
import org.turnstile.api.UserIdentity;
import org.turnstile.api.access.AccessExplanation;
import org.turnstile.api.charset.CharacterSetException;
import org.turnstile.api.data.Dataset;
import org.turnstile.api.data.Tag;
import org.turnstile.api.data.ValueException;

/**
 * What is to be explained.
 *
 * @param caller to whom the studies are shown or not
 * @param studyUid Study Instance UID; empty for the studies of a patient
 * @param patientId Patient ID; empty if a study is named
 * @param issuer Issuer of Patient ID; empty means none
 */
record ExplainRequest(UserIdentity caller, String studyUid, String patientId, String issuer) {

    /**
     * Reads an identifier.
     *
     * @throws IllegalArgumentException says what is missing, in at most 64 characters
     */
    static ExplainRequest of(Dataset identifier) {
        try {
            String study = one(identifier, Tag.StudyInstanceUID);
            String patient = one(identifier, Tag.PatientID);
            if (study.isEmpty() == patient.isEmpty()) {
                throw new IllegalArgumentException(
                        "Study Instance UID or Patient ID required, not both");
            }
            return new ExplainRequest(
                    caller(identifier), study, patient, one(identifier, Tag.IssuerOfPatientID));
        } catch (ValueException | CharacterSetException e) {
            throw new IllegalArgumentException("Identifier cannot be read", e);
        }
    }

    private static String one(Dataset identifier, int tag) {
        List<String> values = identifier.getStrings(tag);
        if (values.size() > 1) {
            throw new IllegalArgumentException("One Study Instance UID or Patient ID at a time");
        }
        return values.isEmpty() ? "" : values.get(0);
    }

    private static UserIdentity caller(Dataset identifier) {
        String name = String.join("\\", strings(identifier, AccessExplanation.CALLER));
        Set<String> roles = new LinkedHashSet<>(strings(identifier, AccessExplanation.ROLES));
        roles.remove("");
        if (name.isEmpty()) {
            return UserIdentity.anonymous();
        }
        boolean verified = !strings(identifier, AccessExplanation.VERIFIED).equals(List.of("NO"));
        IdentityType type = verified ? IdentityType.PASSCODE : IdentityType.USERNAME;
        return UserIdentity.of(name, type, verified, roles, new Subject());
    }

    /** Values of a private element; under an implicit VR they come as one text. */
    private static List<String> strings(Dataset identifier, int element) {
        OptionalInt tag =
                identifier.privateTag(AccessExplanation.CREATOR, AccessExplanation.GROUP, element);
        List<String> values = new ArrayList<>();
        if (tag.isPresent()) {
            for (String text : identifier.getStrings(tag.getAsInt())) {
                values.addAll(List.of(text.strip().split("\\\\", -1)));
            }
        }
        return values;
    }
}
