/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.index.attributes;

import java.util.List;
import java.util.Optional;
import org.turnstile.api.UID;
import org.turnstile.api.charset.CharacterSetException;
import org.turnstile.api.data.Dataset;
import org.turnstile.api.data.Tag;
import org.turnstile.api.data.ValueException;

/**
 * Takes out of a data set what the index keeps. Keys must be right, since objects are put together
 * by them; anything else that cannot be read is left out.
 */
public final class DatasetAttributes {

    private static final int ID = 64;
    private static final int SHORT = 16;
    private static final int LONG = 256;
    private static final int MAX_REQUESTS = 100;

    private final Dataset dataset;

    private DatasetAttributes(Dataset dataset) {
        this.dataset = dataset;
    }

    /**
     * Reads the attributes of one object.
     *
     * @param dataset what comes before the pixel data
     * @param transferSyntax UID of the transfer syntax
     * @param storedBy the user who stored the object; null for nobody
     * @throws AttributeException if a UID is absent or none, or Patient ID or its issuer cannot be
     *     read or is longer than 64 characters
     */
    public static ObjectAttributes of(Dataset dataset, String transferSyntax, String storedBy)
            throws AttributeException {
        DatasetAttributes from = new DatasetAttributes(dataset);
        StudyAttributes study = from.study();
        return new ObjectAttributes(
                from.patient(study.uid()),
                study,
                from.series(),
                new Commons(
                        from.text(Tag.InstitutionName, LONG),
                        from.text(Tag.Modality, SHORT),
                        storedBy),
                from.instance(transferSyntax));
    }

    private PatientAttributes patient(String study) throws AttributeException {
        String id = key(Tag.PatientID, "Patient ID");
        // an issuer of no identifier says nothing
        String issuer = id.isEmpty() ? "" : key(Tag.IssuerOfPatientID, "Issuer of Patient ID");
        return new PatientAttributes(
                id,
                issuer,
                id.isEmpty() ? study : "",
                name(Tag.PatientName),
                date(Tag.PatientBirthDate),
                text(Tag.PatientSex, SHORT));
    }

    private StudyAttributes study() throws AttributeException {
        return new StudyAttributes(
                uid(Tag.StudyInstanceUID, "Study Instance UID"),
                date(Tag.StudyDate),
                time(Tag.StudyTime),
                text(Tag.AccessionNumber, ID),
                text(Tag.StudyID, ID),
                text(Tag.StudyDescription, LONG),
                name(Tag.ReferringPhysicianName));
    }

    private SeriesAttributes series() throws AttributeException {
        return new SeriesAttributes(
                uid(Tag.SeriesInstanceUID, "Series Instance UID"),
                text(Tag.SeriesNumber, SHORT),
                text(Tag.SeriesDescription, LONG),
                date(Tag.SeriesDate),
                time(Tag.SeriesTime),
                text(Tag.BodyPartExamined, SHORT),
                requests());
    }

    /** What is beyond the limit is left out; no object in its right mind has as many. */
    private List<RequestAttributes> requests() {
        try {
            return dataset.getSequence(Tag.RequestAttributesSequence).stream()
                    .limit(MAX_REQUESTS)
                    .map(DatasetAttributes::new)
                    .map(
                            item ->
                                    new RequestAttributes(
                                            item.text(Tag.ScheduledProcedureStepID, ID),
                                            item.text(Tag.RequestedProcedureID, ID)))
                    .toList();
        } catch (ValueException e) {
            return List.of();
        }
    }

    private InstanceAttributes instance(String transferSyntax) throws AttributeException {
        return new InstanceAttributes(
                uid(Tag.SOPInstanceUID, "SOP Instance UID"),
                uid(Tag.SOPClassUID, "SOP Class UID"),
                text(Tag.InstanceNumber, SHORT),
                transferSyntax);
    }

    private String uid(int tag, String attribute) throws AttributeException {
        List<String> uids = strings(tag);
        if (uids.size() > 1) {
            throw new AttributeException(attribute, "has " + uids.size() + " values");
        }
        String uid = uids.isEmpty() ? "" : uids.get(0);
        if (!UID.isValid(uid)) {
            throw new AttributeException(attribute, uid.isEmpty() ? "is absent" : "is no UID");
        }
        return uid;
    }

    private String key(int tag, String attribute) throws AttributeException {
        try {
            String key = Columns.storable(dataset.getString(tag).orElse("")).strip();
            if (key.length() > ID) {
                throw new AttributeException(attribute, "has more than 64 characters");
            }
            return key;
        } catch (ValueException | CharacterSetException e) {
            AttributeException wrong = new AttributeException(attribute, "cannot be read");
            wrong.initCause(e);
            throw wrong;
        }
    }

    private String text(int tag, int most) {
        return string(tag).map(text -> Columns.text(text, most)).orElse(null);
    }

    private String date(int tag) {
        return string(tag).map(Columns::date).orElse(null);
    }

    private String time(int tag) {
        return string(tag).map(Columns::time).orElse(null);
    }

    private NameColumns name(int tag) {
        try {
            return dataset.getPersonName(tag).map(NameColumns::of).orElse(NameColumns.NONE);
        } catch (ValueException | CharacterSetException e) {
            return NameColumns.NONE;
        }
    }

    /** The first value; none where it is not text, or in a character set that nobody knows. */
    private List<String> strings(int tag) {
        try {
            return dataset.getStrings(tag);
        } catch (ValueException | CharacterSetException e) {
            return List.of();
        }
    }

    private Optional<String> string(int tag) {
        try {
            return dataset.getString(tag);
        } catch (ValueException | CharacterSetException e) {
            return Optional.empty();
        }
    }
}
