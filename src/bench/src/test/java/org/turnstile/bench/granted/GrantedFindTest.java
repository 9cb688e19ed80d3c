/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench.granted;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.turnstile.bench.granted.GrantedFind.Took;

class GrantedFindTest {

    private static final Holdings SMALL = new Holdings(900, 300, 40);

    private JdbcConnectionPool database;

    @BeforeEach
    void open() {
        String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        database = JdbcConnectionPool.create(url, "sa", "");
    }

    @AfterEach
    void close() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        }
        database.dispose();
    }

    private long count(String table) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Test
    void bothCallersFindAsManyStudies() throws Exception {
        try (GrantedFind find = GrantedFind.open(database, SMALL)) {
            assertThat(find.rows()).isEqualTo(120);
            for (Took took : new Took[] {find.granted(), find.unrestricted()}) {
                assertThat(took.firstMillis()).isPositive();
                assertThat(took.wholeMillis()).isGreaterThanOrEqualTo(took.firstMillis());
            }
        }
    }

    @Test
    void theFirstMatchAlone() throws Exception {
        try (GrantedFind find = GrantedFind.open(database, SMALL)) {
            for (Took took : new Took[] {find.grantedFirst(), find.unrestrictedFirst()}) {
                assertThat(took.firstMillis()).isPositive();
            }
        }
    }

    @Test
    void anIndexIsFilledOnce() throws SQLException, IOException {
        GrantedFind.open(database, SMALL).close();
        GrantedFind.open(database, SMALL).close();

        assertThat(count("study")).isEqualTo(900);
        assertThat(count("patient")).isEqualTo(300);
        assertThat(count("access_rule")).isEqualTo(41);
    }
}
