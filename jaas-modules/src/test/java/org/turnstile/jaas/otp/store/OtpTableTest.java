/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.otp.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.turnstile.jaas.otp.code.OtpAlgorithm;

class OtpTableTest {

    private static final ChainState STATE = ChainState.begin(OtpAlgorithm.MD5, 99, "test", 1);

    /** What servers hand out where a transaction manager has turned autocommit off. */
    private static DataSource withoutAutocommit(DataSource source) {
        return (DataSource)
                java.lang.reflect.Proxy.newProxyInstance(
                        OtpTableTest.class.getClassLoader(),
                        new Class<?>[] {DataSource.class},
                        (proxy, method, arguments) -> {
                            Object result = method.invoke(source, arguments);
                            if (result instanceof Connection connection) {
                                connection.setAutoCommit(false);
                            }
                            return result;
                        });
    }

    private static void execute(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "FILE", mode = EnumSource.Mode.EXCLUDE)
    void withoutAutocommitEveryChangeIsCommittedAllTheSame(Stores kind) throws Exception {
        DataSource source = kind.database();
        OtpTable table = new OtpTable(withoutAutocommit(source));

        table.add(new OtpAccount("alice", STATE));
        assertThat(table.add(new OtpAccount("alice", STATE))).isFalse();
        assertThat(table.replace("alice", STATE, ChainState.begin(OtpAlgorithm.MD5, 98, "x", 2)))
                .isTrue();

        assertThat(new OtpTable(source).find("alice"))
                .contains(ChainState.begin(OtpAlgorithm.MD5, 98, "x", 2));
    }

    @ParameterizedTest
    @EnumSource(names = "FILE", mode = EnumSource.Mode.EXCLUDE)
    void serversThatStartAtOnceMakeOneTable(Stores kind) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            for (int round = 0; round < 5; round++) {
                DataSource source = kind.database();
                List<Callable<Boolean>> servers = new ArrayList<>();
                for (int i = 0; i < 6; i++) {
                    String name = "user" + i;
                    servers.add(() -> new OtpTable(source).add(new OtpAccount(name, STATE)));
                }
                for (Future<Boolean> server : threads.invokeAll(servers)) {
                    assertThat(server.get()).isTrue();
                }
                assertThat(new OtpTable(source).list()).hasSize(6);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @EnumSource(names = "FILE", mode = EnumSource.Mode.EXCLUDE)
    void aStateThatCannotBeReadNamesTheUserAndNotTheState(Stores kind) throws Exception {
        DataSource source = kind.database();
        OtpTable table = new OtpTable(source);
        table.add(new OtpAccount("alice", STATE));
        execute(source, "UPDATE turnstile_otp SET state = 'hotp:6:hunter2'");

        assertThatThrownBy(() -> table.find("alice"))
                .isInstanceOf(OtpStoreException.class)
                .hasMessageContaining("table turnstile_otp, user alice: has 3 fields")
                .hasMessageNotContaining("hunter2");
    }

    @ParameterizedTest
    @EnumSource(names = "FILE", mode = EnumSource.Mode.EXCLUDE)
    void aStateThatCouldNeverBeReplacedIsAnError(Stores kind) throws Exception {
        DataSource source = kind.database();
        OtpTable table = new OtpTable(source);
        table.add(new OtpAccount("alice", STATE));
        execute(source, "UPDATE turnstile_otp SET state = 'otp-md5:99:test:50fe1962c4965880:-'");

        assertThatThrownBy(() -> table.find("alice"))
                .isInstanceOf(OtpStoreException.class)
                .hasMessageContaining("user alice: is not written as turnstile otp writes it");
    }

    @ParameterizedTest
    @EnumSource(names = "FILE", mode = EnumSource.Mode.EXCLUDE)
    void aTableOfAnotherShapeIsAnError(Stores kind) throws Exception {
        DataSource source = kind.database();
        execute(source, "CREATE TABLE turnstile_otp (other INT)");

        assertThatThrownBy(() -> new OtpTable(source).find("alice"))
                .isInstanceOf(OtpStoreException.class)
                .hasMessageContaining("turnstile_otp");
    }

    @Test
    void aDatabaseThatIsDownIsAnError() {
        JdbcDataSource down = new JdbcDataSource();
        down.setURL("jdbc:h2:tcp://127.0.0.1:1/mem:x");

        assertThatThrownBy(() -> new OtpTable(down).find("alice"))
                .isInstanceOf(OtpStoreException.class)
                .hasMessageContaining("turnstile_otp");
    }
}
