/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.index.attributes;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** A row of table {@code series_request}: an item of Request Attributes Sequence (0040,0275). */
@Embeddable
public class RequestAttributes {

    @Column(name = "step_id")
    private String stepId;

    @Column(name = "procedure_id")
    private String procedureId;

    /** For the persistence provider. */
    protected RequestAttributes() {}

    /**
     * An item.
     *
     * @param stepId Scheduled Procedure Step ID (0040,0009), or null
     * @param procedureId Requested Procedure ID (0040,1001), or null
     */
    public RequestAttributes(String stepId, String procedureId) {
        this.stepId = stepId;
        this.procedureId = procedureId;
    }

    public String stepId() {
        return stepId;
    }

    public String procedureId() {
        return procedureId;
    }
}
