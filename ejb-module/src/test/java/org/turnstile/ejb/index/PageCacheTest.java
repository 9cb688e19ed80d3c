/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.turnstile.ejb.testing.TestDatabase;

class PageCacheTest {

    private static final long MB = 1024 * 1024;

    @TempDir private Path folder;

    private JdbcDataSource source;
    private Connection open;

    @BeforeEach
    void open() throws SQLException {
        source = source("sa");
        open = source.getConnection();
    }

    @AfterEach
    void close() throws SQLException {
        open.close();
    }

    private JdbcDataSource source(String user) {
        JdbcDataSource as = new JdbcDataSource();
        as.setURL("jdbc:h2:file:" + folder.resolve("index") + ";CACHE_SIZE=20480");
        as.setUser(user);
        as.setPassword(user);
        return as;
    }

    @ParameterizedTest(name = "of a heap of {0} MB: {1} MB")
    @CsvSource({"64, 16", "384, 16", "424, 16", "512, 51", "1024, 256", "4096, 1484"})
    void theShareOfTheHeapThatH2Keeps(int heap, int size) throws SQLException {
        long fitted = PageCache.fit(source, heap * MB);

        assertThat(fitted / 1024).isEqualTo(size);
        assertThat(kept()).isEqualTo(size);
    }

    @Test
    void anEnormousHeapIsNoNumberThatH2CannotRead() throws SQLException {
        assertThat(PageCache.fit(source, Long.MAX_VALUE)).isEqualTo(Integer.MAX_VALUE);
        assertThat(kept()).isEqualTo(Integer.MAX_VALUE / 1024);
    }

    @Test
    void theHeapOfThisProcessByDefault() throws SQLException {
        long heap = Runtime.getRuntime().maxMemory() / 1024;

        assertThat(PageCache.fit(source)).isBetween(16L * 1024, Math.max(heap / 2, 16L * 1024));
    }

    @Test
    void aUserWithoutTheRightLeavesItAsItIs() throws SQLException {
        try (Statement statement = open.createStatement()) {
            statement.execute("CREATE USER reader PASSWORD 'READER'");
        }
        JdbcDataSource reader = source("READER");
        reader.setURL("jdbc:h2:file:" + folder.resolve("index"));

        assertThat(PageCache.fit(reader, 4096 * MB)).isZero();
        assertThat(kept()).isEqualTo(20);
    }

    @Test
    void anotherDatabaseHasItsOwnMemory() throws Exception {
        try (TestDatabase postgresql = TestDatabase.postgresql()) {
            assertThat(PageCache.fit(postgresql.dataSource(), 4096 * MB)).isZero();
        }
    }

    @Test
    void aDatabaseThatIsAwayIsToldOf() {
        DataSource away = source("nobody");

        assertThatThrownBy(() -> PageCache.fit(away)).isInstanceOf(SQLException.class);
    }

    /** What H2 says it keeps at most, in MB. */
    private long kept() throws SQLException {
        try (Statement statement = open.createStatement();
                ResultSet size =
                        statement.executeQuery(
                                "SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS"
                                        + " WHERE SETTING_NAME = 'info.CACHE_MAX_SIZE'")) {
            size.next();
            return Long.parseLong(size.getString(1));
        }
    }
}
