/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.turnstile.api.UserIdentity;
import org.turnstile.api.access.AccessExplanation;
import org.turnstile.api.charset.SpecificCharacterSet;
import org.turnstile.api.data.Dataset;
import org.turnstile.api.data.DatasetBuilder;
import org.turnstile.api.data.Sequence;
import org.turnstile.api.data.Tag;
import org.turnstile.api.data.VR;
import org.turnstile.ejb.access.CallerRules;

/** Writes one explanation. */
final class ExplainAnswer {

    private ExplainAnswer() {}

    static Dataset of(StudyFacts study, UserIdentity caller, boolean visible, CallerRules rules) {
        DatasetBuilder answer =
                Dataset.builder()
                        .setString(
                                Tag.SpecificCharacterSet,
                                SpecificCharacterSet.UTF_8.terms().toArray(new String[0]))
                        .setString(Tag.QueryRetrieveLevel, "STUDY")
                        .setString(Tag.StudyInstanceUID, study.uid())
                        .setString(Tag.PatientID, study.patientId())
                        .setString(Tag.IssuerOfPatientID, study.issuer());
        answer.setString(tag(answer, AccessExplanation.VISIBLE), VR.CS, visible ? "YES" : "NO");
        List<Dataset> items = new ArrayList<>();
        for (CallerRules.Listed each : rules.rules()) {
            items.add(item(each, new Verdict(study, caller)));
        }
        answer.put(new Sequence(tag(answer, AccessExplanation.RULES), items));
        answer.setLong(
                tag(answer, AccessExplanation.OTHER_PATIENTS),
                VR.UL,
                Math.min(rules.others(), 0xFFFFFFFFL));
        return answer.build();
    }

    private static Dataset item(CallerRules.Listed listed, Verdict verdict) {
        DatasetBuilder item = Dataset.builder(SpecificCharacterSet.UTF_8);
        item.setString(tag(item, AccessExplanation.RULE), VR.UT, listed.rule().toString());
        item.setString(tag(item, AccessExplanation.PLACE), VR.UC, place(listed.lines()));
        item.setString(
                tag(item, AccessExplanation.REASON),
                VR.UT,
                verdict.reason(listed.rule().conditions()));
        return item.build();
    }

    private static String place(List<Integer> lines) {
        return lines.isEmpty()
                ? "database"
                : lines.stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining(", line ", "line ", ""));
    }

    private static int tag(DatasetBuilder builder, int element) {
        return builder.privateTag(AccessExplanation.CREATOR, AccessExplanation.GROUP, element);
    }
}
