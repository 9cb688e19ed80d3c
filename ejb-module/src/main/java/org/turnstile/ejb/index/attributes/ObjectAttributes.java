/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.index.attributes;

/**
 * What the index keeps of one object beside its content.
 *
 * @param patient its patient
 * @param study its study
 * @param series its series
 * @param commons the values by which access is granted
 * @param instance the object itself
 */
public record ObjectAttributes(
        PatientAttributes patient,
        StudyAttributes study,
        SeriesAttributes series,
        Commons commons,
        InstanceAttributes instance) {}
