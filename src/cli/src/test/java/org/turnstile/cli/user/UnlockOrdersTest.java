/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.user;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnlockOrdersTest {

    private static final Instant NOW = Instant.parse("2026-05-04T03:02:01Z");

    @TempDir private Path home;

    @Test
    void ordersOfSeveralUsersStandBesideEachOther() throws IOException {
        orders(NOW).unlock("alice");
        orders(NOW.plusSeconds(1)).unlock("Müller = 山田");
        assertThat(written())
                .hasSize(2)
                .containsEntry("alice", "2026-05-04T03:02:01Z")
                .containsEntry("Müller = 山田", "2026-05-04T03:02:02Z");
    }

    @Test
    void theLastOrderForAUserCounts() throws IOException {
        orders(NOW).unlock("alice");
        orders(NOW.plusSeconds(9)).unlock("alice");
        assertThat(written()).hasSize(1).containsEntry("alice", "2026-05-04T03:02:10Z");
    }

    @Test
    void ordersOfTheDayBeforeYesterdayAndWhatIsNoneAreDropped() throws IOException {
        orders(NOW.minus(Duration.ofDays(2))).unlock("old");
        Path file = home.resolve("unlocked");
        Files.writeString(file, Files.readString(file) + "nonsense=tomorrow\n");
        orders(NOW).unlock("alice");
        assertThat(written()).containsOnlyKeys("alice");
    }

    @Test
    void nothingIsLeftBesideTheFileButItsLock() throws IOException {
        orders(NOW).unlock("alice");
        assertThat(home).isDirectoryNotContaining("glob:**new");
    }

    private UnlockOrders orders(Instant now) {
        return new UnlockOrders(home, Clock.fixed(now, ZoneOffset.UTC));
    }

    private Properties written() throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(home.resolve("unlocked"))) {
            properties.load(reader);
        }
        return properties;
    }
}
