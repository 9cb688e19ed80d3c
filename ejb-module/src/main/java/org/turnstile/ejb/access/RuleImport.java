/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.access;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.stream.LongStream;
import org.turnstile.api.access.AccessText;

/**
 * One import of a text into {@code access_rule}, inside the caller's transaction. Two at once do no
 * harm: a rule that both insert is there twice, which means the same, and the next import removes
 * one of them.
 */
final class RuleImport {

    private static final int BATCH = 1_000;

    /** By how much the sequence goes on (the schema's INCREMENT BY). */
    private static final int IDS = 50;

    private final Connection connection;
    private final int seconds;
    private final DigestTable wanted = new DigestTable();
    private long nextId;
    private long endOfIds;
    private int pending;
    private int inserted;

    RuleImport(Connection connection, int seconds) {
        this.connection = connection;
        this.seconds = seconds;
    }

    RuleDifference run(AccessText text) throws SQLException, IOException {
        text.rules((line, rule) -> wanted.add(RuleColumns.of(rule).digest()));
        long[] superfluous = compare();
        remove(superfluous);
        insert(text);
        return new RuleDifference(wanted.size(), inserted, superfluous.length);
    }

    /** Marks what is there already, and answers what is there but should not. */
    private long[] compare() throws SQLException {
        LongStream.Builder superfluous = LongStream.builder();
        String sql = "SELECT id, " + RuleColumns.NAMES + " FROM access_rule WHERE source = 'FILE'";
        try (PreparedStatement select = prepare(sql)) {
            select.setFetchSize(BATCH);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    if (!wanted.mark(RuleColumns.read(row, 2).digest())) {
                        superfluous.add(row.getLong(1));
                    }
                }
            }
        }
        return superfluous.build().toArray();
    }

    private void remove(long[] ids) throws SQLException {
        try (PreparedStatement delete = prepare("DELETE FROM access_rule WHERE id = ?")) {
            for (long id : ids) {
                delete.setLong(1, id);
                add(delete);
            }
            finish(delete);
        }
    }

    private void insert(AccessText text) throws SQLException, IOException {
        String sql =
                "INSERT INTO access_rule (id, source, "
                        + RuleColumns.NAMES
                        + ") VALUES (?, 'FILE', ?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = prepare(sql);
                // understood by H2 and by PostgreSQL; there is no standard form of both
                PreparedStatement ids = prepare("SELECT nextval('access_rule_seq')")) {
            text.rules(
                    (line, rule) -> {
                        RuleColumns columns = RuleColumns.of(rule);
                        if (wanted.mark(columns.digest())) {
                            insert.setLong(1, nextId(ids));
                            columns.write(insert, 2);
                            add(insert);
                            inserted++;
                        }
                    });
            finish(insert);
        }
    }

    private long nextId(PreparedStatement ids) throws SQLException {
        if (nextId == endOfIds) {
            try (ResultSet row = ids.executeQuery()) {
                row.next();
                nextId = row.getLong(1);
                endOfIds = nextId + IDS;
            }
        }
        return nextId++;
    }

    private void add(PreparedStatement statement) throws SQLException {
        statement.addBatch();
        if (++pending == BATCH) {
            finish(statement);
        }
    }

    private void finish(PreparedStatement statement) throws SQLException {
        if (pending > 0) {
            statement.executeBatch();
            pending = 0;
        }
    }

    private PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setQueryTimeout(seconds);
        return statement;
    }
}
