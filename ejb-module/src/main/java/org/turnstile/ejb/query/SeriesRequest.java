/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.query;

/**
 * An item of Request Attributes Sequence (0040,0275) of a series.
 *
 * @param stepId Scheduled Procedure Step ID (0040,0009), or null
 * @param procedureId Requested Procedure ID (0040,1001), or null
 */
record SeriesRequest(String stepId, String procedureId) {}
