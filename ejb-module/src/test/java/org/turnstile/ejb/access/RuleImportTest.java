/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.ejb.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.turnstile.api.access.AccessLimits;
import org.turnstile.api.access.AccessSyntaxException;
import org.turnstile.api.access.AccessText;
import org.turnstile.ejb.testing.Databases;

@Timeout(300)
class RuleImportTest {

    private static final String COUNT = "SELECT COUNT(*) FROM access_rule";

    @TempDir private Path home;

    @ParameterizedTest
    @EnumSource
    void onlyWhatDiffersIsWritten(Databases databases) throws Exception {
        try (Archived archive = new Archived(databases, home)) {
            RuleTable table = table(archive);
            String all =
                    "user a all\nrole r patient P issuer I, institution N, modality CT, own,"
                            + " date 20240101-20241231\nuser a all\nanonymous date -20240101\n";
            assertThat(table.replaceFileRules(text(all))).isEqualTo(new RuleDifference(3, 3, 0));
            assertThat(table.replaceFileRules(text(all))).isEqualTo(new RuleDifference(3, 0, 0));

            String moved = "# head\nanonymous date -20240101\n" + all.replace("role r", "role s");
            assertThat(table.replaceFileRules(text(moved))).isEqualTo(new RuleDifference(3, 1, 1));
            assertThat(table.replaceFileRules(text(""))).isEqualTo(new RuleDifference(0, 0, 3));
            assertThat(archive.number(COUNT)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void rulesOfTheDatabaseAreLeftAlone(Databases databases) throws Exception {
        try (Archived archive = new Archived(databases, home)) {
            archive.databaseRule("u:a", "NORTH");
            RuleTable table = table(archive);
            table.replaceFileRules(text("user a institution NORTH\n"));
            table.replaceFileRules(text(""));
            assertThat(archive.number(COUNT)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFileWithAnErrorChangesNothing(Databases databases) throws Exception {
        try (Archived archive = new Archived(databases, home)) {
            RuleTable table = table(archive);
            table.replaceFileRules(text("user a all\n"));
            assertThatThrownBy(() -> table.replaceFileRules(text("user b all\nuser c\n")))
                    .isInstanceOf(AccessSyntaxException.class);
            assertThat(archive.number(COUNT + " WHERE subject = 'u:a'")).isEqualTo(1);
            assertThat(archive.number(COUNT)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneLineAmongFiftyThousandIsOneRow(Databases databases) throws Exception {
        try (Archived archive = new Archived(databases, home)) {
            RuleTable table = table(archive);
            StringBuilder rules = new StringBuilder();
            for (int i = 0; i < 50_000; i++) {
                rules.append("user many patient P").append(i).append(" issuer NORTH\n");
            }
            assertThat(table.replaceFileRules(text(rules.toString())))
                    .isEqualTo(new RuleDifference(50_000, 50_000, 0));
            String changed = rules.toString().replace(" P25000 ", " Q25000 ");
            assertThat(table.replaceFileRules(text(changed)))
                    .isEqualTo(new RuleDifference(50_000, 1, 1));
        }
    }

    @ParameterizedTest
    @EnumSource
    void twoImportsAtOnceDoNoHarm(Databases databases) throws Exception {
        try (Archived archive = new Archived(databases, home)) {
            ExecutorService importers = Executors.newFixedThreadPool(4);
            CyclicBarrier together = new CyclicBarrier(4);
            try {
                List<Future<RuleDifference>> running = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                    running.add(
                            importers.submit(
                                    () -> {
                                        together.await();
                                        return table(archive)
                                                .replaceFileRules(text("user a all\nrole b own\n"));
                                    }));
                }
                for (Future<RuleDifference> each : running) {
                    assertThat(each.get().rules()).isEqualTo(2);
                }
            } finally {
                importers.shutdown();
            }
            table(archive).replaceFileRules(text("user a all\nrole b own\n"));
            assertThat(archive.number(COUNT)).isEqualTo(2);
        }
    }

    private static RuleTable table(Archived archive) {
        return new RuleTable(archive.database().dataSource(), Archived.TIMEOUT);
    }

    private static AccessText text(String text) throws SQLException, IOException {
        return new AccessText(text.getBytes(StandardCharsets.UTF_8), AccessLimits.DEFAULT);
    }
}
