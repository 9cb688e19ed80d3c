/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.access;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.turnstile.api.access.AccessRule;
import org.turnstile.api.access.AccessText;

/** Lists the rules of some subjects that may bear on one patient. */
final class RuleListing {

    /** More than anybody reads. */
    static final int MAX_RULES = 1_000;

    private static final String RULES =
            "SELECT source, "
                    + RuleColumns.NAMES
                    + " FROM access_rule WHERE subject = ?"
                    + " AND (patient_id IS NULL OR (patient_id = ? AND issuer = ?))";

    private static final String OTHERS =
            "SELECT COUNT(*) FROM access_rule WHERE subject = ? AND patient_id IS NOT NULL"
                    + " AND NOT (patient_id = ? AND issuer = ?)";

    private final Connection connection;
    private final int seconds;
    private final List<String> subjects;
    private final String patientId;
    private final String issuer;

    RuleListing(
            Connection connection,
            int seconds,
            List<String> subjects,
            String patientId,
            String issuer) {
        this.connection = connection;
        this.seconds = seconds;
        this.subjects = subjects;
        this.patientId = patientId;
        this.issuer = issuer;
    }

    CallerRules list(AccessText text) throws SQLException, IOException {
        Map<AccessRule, Boolean> found = new LinkedHashMap<>();
        String sql = String.join(" UNION ALL ", Collections.nCopies(subjects.size(), RULES));
        try (PreparedStatement select = prepare(sql + " FETCH FIRST " + MAX_RULES + " ROWS ONLY");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                boolean ofFile = row.getString(1).equals("FILE");
                found.merge(RuleColumns.read(row, 2).toRule(), ofFile, Boolean::logicalOr);
            }
        }
        Map<AccessRule, List<Integer>> lines = lines(text, found);
        List<CallerRules.Listed> rules = new ArrayList<>();
        found.forEach(
                (rule, ofFile) ->
                        rules.add(
                                new CallerRules.Listed(rule, lines.getOrDefault(rule, List.of()))));
        return new CallerRules(rules, others());
    }

    private static Map<AccessRule, List<Integer>> lines(
            AccessText text, Map<AccessRule, Boolean> of) throws IOException {
        Map<AccessRule, List<Integer>> lines = new HashMap<>();
        text.rules(
                (line, rule) -> {
                    if (of.getOrDefault(rule, false)) {
                        lines.computeIfAbsent(rule, key -> new ArrayList<>()).add(line);
                    }
                });
        return lines;
    }

    private long others() throws SQLException {
        String sql = String.join(" UNION ALL ", Collections.nCopies(subjects.size(), OTHERS));
        long others = 0;
        try (PreparedStatement select = prepare(sql);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                others += row.getLong(1);
            }
        }
        return others;
    }

    private PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setQueryTimeout(seconds);
        int at = 1;
        for (String subject : subjects) {
            statement.setString(at++, subject);
            statement.setString(at++, patientId);
            statement.setString(at++, issuer);
        }
        return statement;
    }
}
