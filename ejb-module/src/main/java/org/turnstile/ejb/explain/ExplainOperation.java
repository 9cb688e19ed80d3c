/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.turnstile.api.AssociationLostException;
import org.turnstile.api.FindRequest;
import org.turnstile.api.FindResponder;
import org.turnstile.api.Status;
import org.turnstile.api.UserIdentity;
import org.turnstile.api.data.Dataset;
import org.turnstile.ejb.access.AccessUnavailableException;
import org.turnstile.ejb.access.CallerRules;
import org.turnstile.ejb.access.Visibility;
import org.turnstile.ejb.access.VisibleQueries;

/** One request for an explanation, once the container has let the administrator in. */
final class ExplainOperation {

    /** What can be asked about a caller. */
    interface Rules {
        Visibility visibilityOf(UserIdentity caller) throws AccessUnavailableException;

        CallerRules rulesOf(UserIdentity caller, String patientId, String issuer)
                throws AccessUnavailableException;

        Status refused(AccessUnavailableException why);
    }

    private static final String IS_SEEN =
            "SELECT s.id FROM study s JOIN patient p ON p.id = s.patient_fk"
                    + " WHERE s.study_uid = :uid AND {visible}";

    private final Rules rules;
    private final StudyLookup lookup;
    private final VisibleQueries queries;

    ExplainOperation(Rules rules, StudyLookup lookup, VisibleQueries queries) {
        this.rules = rules;
        this.lookup = lookup;
        this.queries = queries;
    }

    Status explain(FindRequest request, FindResponder responder) throws AssociationLostException {
        try {
            return explain(ExplainRequest.of(request.identifier()), responder);
        } catch (IllegalArgumentException e) {
            return Status.DATA_SET_MISMATCH.withComment(e.getMessage());
        } catch (AccessUnavailableException e) {
            return rules.refused(e);
        }
    }

    private Status explain(ExplainRequest asked, FindResponder responder)
            throws AssociationLostException, AccessUnavailableException {
        for (Dataset each : explanations(asked)) {
            if (responder.cancelled()) {
                return Status.CANCELLED;
            }
            responder.pending(each);
        }
        return Status.SUCCESS;
    }

    /** All of them before the first is sent: nothing of the database is held meanwhile. */
    private List<Dataset> explanations(ExplainRequest asked) throws AccessUnavailableException {
        Visibility visibility = rules.visibilityOf(asked.caller());
        List<Dataset> answers = new ArrayList<>();
        CallerRules known = null;
        for (StudyFacts study : lookup.find(asked)) {
            if (known == null) {
                // all studies are of one patient
                known = rules.rulesOf(asked.caller(), study.patientId(), study.issuer());
            }
            boolean seen =
                    !queries.rows(visibility, IS_SEEN, Map.of("uid", study.uid()), 1).isEmpty();
            answers.add(ExplainAnswer.of(study, asked.caller(), seen, known));
        }
        return answers;
    }
}
