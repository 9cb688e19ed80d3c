/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.testing;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.turnstile.ejb.index.Schema;
import org.turnstile.ejb.index.Transactions;

/** A migrated database for one test, reached as the beans reach theirs but without a server. */
public final class TestDatabase implements AutoCloseable {

    private static final int CONNECTIONS = 40;
    private static final Map<Databases, TestDatabase> SHARED = new ConcurrentHashMap<>();

    private final String name;
    private final JdbcConnectionPool pool;
    private final Map<DataSource, EntityManagerFactory> factories = new HashMap<>();
    private final AutoCloseable end;
    private boolean shared;

    private TestDatabase(String name, JdbcConnectionPool pool, AutoCloseable end) {
        this.name = name;
        this.pool = pool;
        this.end = end;
        pool.setMaxConnections(CONNECTIONS);
        Schema.migrate(pool);
    }

    /** One of each kind, emptied; {@link #close} leaves it open. */
    static TestDatabase shared(Databases kind) {
        TestDatabase database = SHARED.computeIfAbsent(kind, Databases::create);
        database.shared = true;
        database.empty();
        return database;
    }

    /** H2 in memory. */
    public static TestDatabase h2() {
        return h2("mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    }

    /** H2 in a file, opened as the server opens it: what was committed survives the process. */
    public static TestDatabase h2(Path folder) {
        return h2("file:" + folder.resolve("turnstile") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
    }

    private static TestDatabase h2(String place) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:" + place);
        source.setUser("sa");
        source.setPassword("sa");
        return new TestDatabase("H2", JdbcConnectionPool.create(source), () -> shutdown(source));
    }

    private static void shutdown(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        }
    }

    /** A database of its own in the PostgreSQL cluster of this process. */
    public static TestDatabase postgresql() {
        PostgresCluster cluster = PostgresCluster.running();
        String database = cluster.create();
        return new TestDatabase(
                "PostgreSQL",
                JdbcConnectionPool.create(cluster.source(database)),
                () -> cluster.drop(database));
    }

    /** The tables' home. */
    public DataSource dataSource() {
        return pool;
    }

    /** The unit {@code turnstile} on it, with transactions of its own instead of the server's. */
    public EntityManagerFactory entityManagers() {
        return entityManagers(pool);
    }

    /** The unit {@code turnstile} on a source that stands before this database. */
    public EntityManagerFactory entityManagers(DataSource before) {
        return factories.computeIfAbsent(before, TestDatabase::factory);
    }

    private static EntityManagerFactory factory(DataSource source) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
        settings.put("jakarta.persistence.nonJtaDataSource", source);
        settings.put("hibernate.type.json_format_mapper", new NoJson());
        return Persistence.createEntityManagerFactory("turnstile", settings);
    }

    /** Transactions on it, as the index wants them. */
    public Transactions transactions() {
        return new LocalTransactions(entityManagers());
    }

    /** Works in one transaction and commits it; an exception rolls it back and goes on. */
    public <T> T inTransaction(Function<EntityManager, T> work) {
        return transactions().run(work);
    }

    /** Removes all rows. */
    void empty() {
        String tables = "series_request, instance, series, study, patient, access_rule";
        if (name.equals("PostgreSQL")) {
            execute("TRUNCATE " + tables);
            return;
        }
        execute("SET REFERENTIAL_INTEGRITY FALSE");
        for (String table : tables.split(", ")) {
            execute("TRUNCATE TABLE " + table);
        }
        execute("SET REFERENTIAL_INTEGRITY TRUE");
    }

    /** Runs one statement, without parameters. */
    public void execute(String sql) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() {
        if (shared) {
            return;
        }
        factories.values().forEach(EntityManagerFactory::close);
        pool.dispose();
        try {
            end.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** H2 or PostgreSQL. */
    @Override
    public String toString() {
        return name;
    }
}
