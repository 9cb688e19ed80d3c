/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.index;

import java.time.Instant;
import java.util.List;
import org.turnstile.api.UID;
import org.turnstile.api.data.PersonName;
import org.turnstile.ejb.index.attributes.Commons;
import org.turnstile.ejb.index.attributes.InstanceAttributes;
import org.turnstile.ejb.index.attributes.NameColumns;
import org.turnstile.ejb.index.attributes.ObjectAttributes;
import org.turnstile.ejb.index.attributes.PatientAttributes;
import org.turnstile.ejb.index.attributes.RequestAttributes;
import org.turnstile.ejb.index.attributes.SeriesAttributes;
import org.turnstile.ejb.index.attributes.StudyAttributes;

/**
 * An object as the index is given it; what is not said is the same in all.
 *
 * @param content stands for the bytes: its digest is made of it
 */
record TestObject(
        String patient,
        String study,
        String series,
        String instance,
        Commons commons,
        String content)
        implements Placement {

    static final Commons NORTH = new Commons("NORTH", "CT", "alice");

    static TestObject of(String patient, String study, String series, String instance) {
        return new TestObject(patient, study, series, instance, NORTH, "same");
    }

    TestObject with(Commons other) {
        return new TestObject(patient, study, series, instance, other, content);
    }

    TestObject withContent(String other) {
        return new TestObject(patient, study, series, instance, commons, other);
    }

    ObjectAttributes attributes() {
        return new ObjectAttributes(
                new PatientAttributes(
                        patient,
                        "",
                        patient.isEmpty() ? study : "",
                        NameColumns.of(PersonName.parse("Müller^Jürgen=山田^太郎=やまだ^たろう")),
                        "19700102",
                        "M"),
                new StudyAttributes(
                        study, "20260102", "0930", "A1", "S1", "Chest", NameColumns.NONE),
                new SeriesAttributes(
                        series,
                        "1",
                        null,
                        "20260102",
                        null,
                        "CHEST",
                        List.of(new RequestAttributes("STEP1", "RP1"))),
                commons,
                new InstanceAttributes(
                        instance, "1.2.840.10008.5.1.4.1.1.7", "1", UID.EXPLICIT_VR_LITTLE_ENDIAN));
    }

    @Override
    public String digest() {
        return String.format("%064x", content.hashCode());
    }

    /** Each call names another file, as if it had been stored anew. */
    @Override
    public Content place() {
        String file = "00/00/" + series + "/" + java.util.UUID.randomUUID() + ".dcm";
        return new Content(file, content.length(), digest(), Instant.EPOCH);
    }
}
