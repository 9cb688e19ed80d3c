/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.index;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.turnstile.ejb.index.attributes.PatientAttributes;

/** A row of table {@code patient}. What the first object of the patient says stays. */
@Entity
@Table(name = "patient")
public class Patient {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "patient_seq")
    @SequenceGenerator(name = "patient_seq", sequenceName = "patient_seq", allocationSize = 50)
    private Long id;

    @Column(name = "patient_id")
    private String patientId;

    @Column(name = "issuer")
    private String issuer;

    @Column(name = "scope")
    private String scope;

    @Column(name = "name")
    private String name;

    @Column(name = "name_alphabetic")
    private String nameAlphabetic;

    @Column(name = "name_ideographic")
    private String nameIdeographic;

    @Column(name = "name_phonetic")
    private String namePhonetic;

    @Column(name = "birth_date")
    private String birthDate;

    @Column(name = "sex")
    private String sex;

    /** For the persistence provider. */
    protected Patient() {}

    Patient(PatientAttributes attributes) {
        this.patientId = attributes.patientId();
        this.issuer = attributes.issuer();
        this.scope = attributes.scope();
        this.name = attributes.name().full();
        this.nameAlphabetic = attributes.name().alphabetic();
        this.nameIdeographic = attributes.name().ideographic();
        this.namePhonetic = attributes.name().phonetic();
        this.birthDate = attributes.birthDate();
        this.sex = attributes.sex();
    }

    long id() {
        return id;
    }
}
