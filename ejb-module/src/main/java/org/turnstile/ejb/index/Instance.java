/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.index;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.turnstile.ejb.index.attributes.InstanceAttributes;

/** A row of table {@code instance}: an object that is kept. */
@Entity
@Table(name = "instance")
public class Instance {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "instance_seq")
    @SequenceGenerator(name = "instance_seq", sequenceName = "instance_seq", allocationSize = 50)
    private Long id;

    @Column(name = "series_fk")
    private long series;

    @Column(name = "sop_instance_uid")
    private String uid;

    @Column(name = "sop_class_uid")
    private String sopClass;

    @Column(name = "instance_number")
    private String number;

    @Column(name = "transfer_syntax")
    private String transferSyntax;

    @Column(name = "file")
    private String file;

    @Column(name = "size")
    private long size;

    @Column(name = "digest")
    private String digest;

    @Column(name = "stored_by")
    private String storedBy;

    @Column(name = "stored_at")
    private OffsetDateTime storedAt;

    /** For the persistence provider. */
    protected Instance() {}

    Instance(long series, InstanceAttributes attributes, Content content, String storedBy) {
        this.series = series;
        this.uid = attributes.uid();
        this.sopClass = attributes.sopClass();
        this.number = attributes.number();
        this.transferSyntax = attributes.transferSyntax();
        this.file = content.file();
        this.size = content.size();
        this.digest = content.digest();
        this.storedBy = storedBy;
        this.storedAt = content.storedAt().atOffset(ZoneOffset.UTC);
    }
}
