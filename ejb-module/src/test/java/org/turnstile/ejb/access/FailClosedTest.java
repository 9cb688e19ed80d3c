/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.turnstile.ejb.access.Callers.user;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.turnstile.api.access.AccessLimits;
import org.turnstile.ejb.testing.FaultyDataSource;
import org.turnstile.ejb.testing.TestDatabase;

/** Whatever is wrong with the rules: nobody sees anything until it is put right. */
@Timeout(120)
class FailClosedTest {

    @TempDir private Path home;
    private Archived archive;

    @BeforeEach
    void open() {
        // one of its own, since its tables are taken away
        archive = new Archived(TestDatabase.h2(), home).study(StudyRow.of("1"));
    }

    @AfterEach
    void close() {
        archive.close();
    }

    @Test
    void whileTheFileIsMissing() throws Exception {
        assertRefused("access does not exist or cannot be reached");

        archive.access("user u all");
        assertThat(archive.seenBy(user("u"))).containsExactly("1");

        Files.delete(archive.file());
        assertRefused("access does not exist or cannot be reached");
    }

    @Test
    void whileTheFileIsNone() throws IOException {
        Files.createDirectory(archive.file());
        assertRefused("access cannot be read: ");
    }

    @Test
    void whileTheFileIsTooLarge() throws IOException {
        try (RandomAccessFile sparse = new RandomAccessFile(archive.file().toFile(), "rw")) {
            sparse.setLength(AccessLimits.DEFAULT.bytes() + 1L);
        }
        assertRefused("has more than 268435456 bytes");
    }

    @Test
    void whileTheFileHasAnError() throws Exception {
        archive.access("user u all");
        assertThat(archive.seenBy(user("u"))).containsExactly("1");

        archive.access("user u all", "user v al");
        assertRefused("access, line 2, column 8: expects all, patient");
        assertRefused("access, line 2, column 8: expects all, patient");

        archive.access("user u all");
        assertThat(archive.seenBy(user("u"))).containsExactly("1");
    }

    @Test
    void whileTheDatabaseIsDown() throws Exception {
        FaultyDataSource source = new FaultyDataSource(archive.database().dataSource());
        AccessRules rules = new AccessRules(home, source, Archived.TIMEOUT, false);
        archive.access("user u all");

        source.goDown();
        assertThatThrownBy(() -> rules.visibilityOf(user("u")))
                .isInstanceOf(AccessUnavailableException.class)
                .hasMessageContaining("access is not in the database");

        source.mend();
        assertThat(rules.visibilityOf(user("u")).isEverything()).isTrue();

        source.goDown();
        assertThatThrownBy(() -> rules.visibilityOf(user("u")))
                .isInstanceOf(AccessUnavailableException.class);
    }

    @Test
    void whileNobodyKnowsWhetherTheRulesWereCommitted() throws Exception {
        FaultyDataSource source = new FaultyDataSource(archive.database().dataSource());
        AccessRules rules = new AccessRules(home, source, Archived.TIMEOUT, false);
        archive.access("user u all");
        assertThat(rules.visibilityOf(user("u")).isEverything()).isTrue();

        archive.access("user v all");
        source.failFrom(1, FaultyDataSource.Fault.AFTER_COMMIT);
        assertThatThrownBy(() -> rules.visibilityOf(user("u")))
                .isInstanceOf(AccessUnavailableException.class);
        source.mend();

        // back to what the last import that is known to be whole has seen
        archive.access("user u all");
        assertThat(rules.visibilityOf(user("u")).isEverything()).isTrue();
        assertThat(rules.visibilityOf(user("v")).isNothing()).isTrue();
    }

    @Test
    void whileTheRulesAreNotLookedUpInTime() throws Exception {
        archive.access("user u institution NORTH");
        AccessRules hasty =
                new AccessRules(
                        home, archive.database().dataSource(), Duration.ofSeconds(1), false);
        assertThat(hasty.visibilityOf(user("u")).isNothing()).isFalse();
        // settled, so that the next operation does not read the file again
        Files.setLastModifiedTime(archive.file(), FileTime.fromMillis(1_000_000));
        hasty.visibilityOf(user("u"));

        archive.database().execute("ALTER TABLE access_rule RENAME TO hidden");
        archive.database()
                .execute(
                        "CREATE VIEW access_rule AS SELECT h.* FROM SYSTEM_RANGE(1, 100000000000)"
                                + " x JOIN hidden h ON h.id = -x.x");

        assertThatThrownBy(() -> hasty.visibilityOf(user("u")))
                .isInstanceOf(AccessUnavailableException.class)
                .hasMessageContaining("the rules cannot be looked up");
    }

    @Test
    void whileTheIndexDoesNotAnswer() throws Exception {
        archive.access("user u institution NORTH");
        Visibility visibility = archive.rules().visibilityOf(user("u"));
        archive.database().execute("ALTER TABLE study RENAME TO hidden");

        assertThatThrownBy(
                        () ->
                                archive.inTransaction(
                                        queries ->
                                                queries.rows(
                                                        visibility,
                                                        "SELECT s.id FROM study s WHERE {visible}",
                                                        Map.of(),
                                                        1)))
                .isInstanceOf(AccessUnavailableException.class);
    }

    @Test
    void forACallerWithMoreRolesThanAnybodyHas() throws Exception {
        archive.access("user u all");
        String[] roles = new String[Caller.MAX_ROLES + 1];
        for (int i = 0; i < roles.length; i++) {
            roles[i] = "r" + i;
        }
        assertThatThrownBy(() -> archive.seenBy(user("u", roles)))
                .isInstanceOf(AccessUnavailableException.class)
                .hasMessage("the caller has 501 roles, at most 500");
        assertThat(Set.of(roles)).hasSize(501);
    }

    @Test
    void forACallerWhomNoRuleCanName() throws Exception {
        archive.access("user u all");
        assertThatThrownBy(() -> archive.seenBy(user("u".repeat(257))))
                .isInstanceOf(AccessUnavailableException.class)
                .hasMessage("no rule can name this caller");
    }

    private void assertRefused(String why) {
        assertThatThrownBy(() -> archive.seenBy(user("u")))
                .isInstanceOf(AccessUnavailableException.class)
                .hasMessageContaining(why);
    }
}
