/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.index;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import org.turnstile.ejb.index.attributes.Commons;
import org.turnstile.ejb.index.attributes.RequestAttributes;
import org.turnstile.ejb.index.attributes.SeriesAttributes;

/** A row of table {@code series}. What the first object of the series says stays. */
@Entity
@Table(name = "series")
public class Series {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "series_seq")
    @SequenceGenerator(name = "series_seq", sequenceName = "series_seq", allocationSize = 50)
    private Long id;

    @Column(name = "study_fk")
    private long study;

    @Column(name = "series_uid")
    private String uid;

    @Column(name = "modality")
    private String modality;

    @Column(name = "series_number")
    private String number;

    @Column(name = "description")
    private String description;

    @Column(name = "institution")
    private String institution;

    @Column(name = "series_date")
    private String date;

    @Column(name = "series_time")
    private String time;

    @Column(name = "body_part")
    private String bodyPart;

    @Column(name = "stored_by")
    private String storedBy;

    @ElementCollection
    @CollectionTable(name = "series_request", joinColumns = @JoinColumn(name = "series_fk"))
    @OrderColumn(name = "item")
    private List<RequestAttributes> requests = new ArrayList<>();

    /** For the persistence provider. */
    protected Series() {}

    Series(long study, SeriesAttributes attributes, Commons commons) {
        this.study = study;
        this.uid = attributes.uid();
        this.number = attributes.number();
        this.description = attributes.description();
        this.date = attributes.date();
        this.time = attributes.time();
        this.bodyPart = attributes.bodyPart();
        this.institution = commons.institution();
        this.modality = commons.modality();
        this.storedBy = commons.storedBy();
        this.requests.addAll(attributes.requests());
    }

    long id() {
        return id;
    }
}
