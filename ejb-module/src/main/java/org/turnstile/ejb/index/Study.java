/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.index;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.turnstile.ejb.index.attributes.Commons;
import org.turnstile.ejb.index.attributes.StudyAttributes;

/** A row of table {@code study}. What the first object of the study says stays. */
@Entity
@Table(name = "study")
public class Study {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "study_seq")
    @SequenceGenerator(name = "study_seq", sequenceName = "study_seq", allocationSize = 50)
    private Long id;

    @Column(name = "patient_fk")
    private long patient;

    @Column(name = "study_uid")
    private String uid;

    @Column(name = "study_date")
    private String date;

    @Column(name = "study_time")
    private String time;

    @Column(name = "accession_number")
    private String accessionNumber;

    @Column(name = "study_id")
    private String studyId;

    @Column(name = "description")
    private String description;

    @Column(name = "referring_physician")
    private String referringPhysician;

    @Column(name = "referring_alphabetic")
    private String referringAlphabetic;

    @Column(name = "referring_ideographic")
    private String referringIdeographic;

    @Column(name = "referring_phonetic")
    private String referringPhonetic;

    @Column(name = "institution")
    private String institution;

    @Column(name = "modality")
    private String modality;

    @Column(name = "stored_by")
    private String storedBy;

    /** For the persistence provider. */
    protected Study() {}

    Study(long patient, StudyAttributes attributes, Commons commons) {
        this.patient = patient;
        this.uid = attributes.uid();
        this.date = attributes.date();
        this.time = attributes.time();
        this.accessionNumber = attributes.accessionNumber();
        this.studyId = attributes.id();
        this.description = attributes.description();
        this.referringPhysician = attributes.referringPhysician().full();
        this.referringAlphabetic = attributes.referringPhysician().alphabetic();
        this.referringIdeographic = attributes.referringPhysician().ideographic();
        this.referringPhonetic = attributes.referringPhysician().phonetic();
        this.institution = commons.institution();
        this.modality = commons.modality();
        this.storedBy = commons.storedBy();
    }

    long id() {
        return id;
    }
}
