/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.kerberos.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.turnstile.jaas.MapScope;
import org.turnstile.jaas.sql.Connections;

/** What every replay cache does, in memory and in a database. */
class ReplayCacheTest {

    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int LIMIT = 5;

    /** A clock that is put on by hand. */
    private static final class HandClock extends Clock {
        private Instant now = Instant.parse("2026-11-22T08:00:00Z");

        void forward(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private enum Kind {
        MEMORY,
        JDBC
    }

    private final HandClock clock = new HandClock();
    private final JdbcDataSource h2 = database();
    private final SeenKeys seen = new SeenKeys();
    private final TableState state = new TableState();

    private static JdbcDataSource database() {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return source;
    }

    private ReplayCache cache(Kind kind) {
        return kind == Kind.MEMORY
                ? new MemoryReplayCache(seen, LIMIT, clock)
                : new JdbcReplayCache(h2::getConnection, state, LIMIT, clock);
    }

    private ReplayCache onAnotherServer() {
        return new JdbcReplayCache(h2::getConnection, new TableState(), LIMIT, clock);
    }

    private static String key(int number) {
        return "%064x".formatted(number);
    }

    private boolean put(ReplayCache cache, int number) throws ReplayStoreException {
        return cache.putIfAbsent(key(number), clock.instant().plus(KEPT));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsKnownIsAReplayUntilItExpires(Kind kind) throws Exception {
        ReplayCache cache = cache(kind);

        assertThat(put(cache, 1)).isTrue();
        assertThat(put(cache, 2)).isTrue();
        assertThat(put(cache, 1)).isFalse();
        clock.forward(KEPT);
        assertThat(put(cache, 1)).as("its last moment").isFalse();
        clock.forward(Duration.ofMinutes(1));
        assertThat(put(cache, 1)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aFullCacheTakesNothingAndForgetsNothingBeforeItsTime(Kind kind) throws Exception {
        ReplayCache cache = cache(kind);
        for (int i = 0; i < LIMIT; i++) {
            assertThat(put(cache, i)).isTrue();
        }

        assertThatThrownBy(() -> put(cache, LIMIT))
                .isInstanceOf(ReplayStoreException.class)
                .hasMessage("replays: 5 requests are remembered, there is no room");
        clock.forward(KEPT.plusMillis(1));
        assertThat(put(cache, LIMIT)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void ofManyAtOnceExactlyOneIsFirst(Kind kind) {
        ReplayCache cache = cache(kind);
        AtomicInteger first = new AtomicInteger();

        IntStream.range(0, 64)
                .parallel()
                .forEach(
                        i -> {
                            try {
                                first.addAndGet(put(cache, 1) ? 1 : 0);
                            } catch (ReplayStoreException e) {
                                throw new AssertionError(e);
                            }
                        });

        assertThat(first).hasValue(1);
    }

    @Test
    void case67_replayOnTheSecondNode_known() throws Exception {
        assertThat(put(cache(Kind.JDBC), 1)).isTrue();

        assertThat(put(onAnotherServer(), 1)).isFalse();
        assertThat(put(onAnotherServer(), 2)).isTrue();
        assertThat(put(cache(Kind.JDBC), 2)).isFalse();
    }

    @Test
    void expiredRowsAreRemovedByWhoeverComesNext() throws Exception {
        put(cache(Kind.JDBC), 1);
        clock.forward(KEPT.plus(TableState.PURGE_EVERY));

        put(onAnotherServer(), 2);

        try (var connection = h2.getConnection()) {
            assertThat(new ReplayTable(connection).purge(clock.instant())).isEqualTo(1);
        }
    }

    @Test
    void aDatabaseThatIsDownIsNoReplayAndIsUsedAgainWhenItIsBack() throws Exception {
        Connections down =
                () -> {
                    throw new SQLException("connection refused");
                };

        assertThatThrownBy(() -> put(new JdbcReplayCache(down, state, LIMIT, clock), 1))
                .isInstanceOf(ReplayStoreException.class)
                .hasMessage("replays: connection refused");
        assertThat(put(cache(Kind.JDBC), 1)).isTrue();
    }

    @Test
    void aNameThatIsNotInJndiIsSaid() {
        ReplayCache cache = JdbcReplayCache.of(new MapScope(), "java:/NoSuchDS", LIMIT, clock);

        assertThatThrownBy(() -> put(cache, 1))
                .isInstanceOf(ReplayStoreException.class)
                .hasMessageContaining("java:/NoSuchDS: cannot be looked up");
    }

    @Test
    void anAccountThatMayNotMakeTheTableUsesTheOneThatIsThere() throws Exception {
        try (var connection = h2.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(ReplayTable.DDL);
            statement.execute("CREATE USER login PASSWORD 'x'");
            statement.execute("GRANT SELECT, INSERT, DELETE ON turnstile_kerberos_replay TO login");
        }
        String url = h2.getURL().substring(0, h2.getURL().indexOf(';'));
        Connections login = () -> DriverManager.getConnection(url, "login", "x");

        assertThat(put(new JdbcReplayCache(login, state, LIMIT, clock), 1)).isTrue();
        assertThat(put(new JdbcReplayCache(login, state, LIMIT, clock), 1)).isFalse();
    }

    @Test
    void cachesInMemoryWithOtherLimitsKnowTheSameKeys() throws Exception {
        MapScope scope = new MapScope();

        assertThat(put(MemoryReplayCache.of(scope, 5, clock), 1)).isTrue();
        assertThat(put(MemoryReplayCache.of(scope, 7, clock), 1)).isFalse();
    }
}
