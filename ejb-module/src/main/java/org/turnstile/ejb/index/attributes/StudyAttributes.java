/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.index.attributes;

/**
 * What an object says of its study; all but the UID may be null.
 *
 * @param uid Study Instance UID (0020,000D)
 * @param date Study Date (0008,0020)
 * @param time Study Time (0008,0030)
 * @param accessionNumber Accession Number (0008,0050)
 * @param id Study ID (0020,0010)
 * @param description Study Description (0008,1030)
 * @param referringPhysician Referring Physician's Name (0008,0090); not null
 */
public record StudyAttributes(
        String uid,
        String date,
        String time,
        String accessionNumber,
        String id,
        String description,
        NameColumns referringPhysician) {}
