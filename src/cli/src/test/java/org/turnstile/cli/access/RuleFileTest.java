/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.cli.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstile.api.access.AccessRule;
import org.turnstile.api.access.AccessSubject;
import org.turnstile.api.access.RuleConditions;

class RuleFileTest {

    @TempDir private Path folder;

    @Test
    void editorsWaitForEachOtherSoThatNoRuleIsLost() throws Exception {
        RuleFile file = new RuleFile(folder.resolve("access"));
        ExecutorService editors = Executors.newFixedThreadPool(4);
        try {
            List<Future<RuleLine>> added = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                AccessRule rule = all("u" + i);
                added.add(editors.submit(() -> file.add(rule)));
            }
            for (Future<RuleLine> each : added) {
                assertThat(each.get().number()).isBetween(1, 40);
            }
        } finally {
            editors.shutdown();
        }
        assertThat(file.rules()).hasSize(40);
    }

    @Test
    void nothingIsLeftBesideTheFileButItsLock() throws IOException {
        RuleFile file = new RuleFile(folder.resolve("access"));
        file.add(all("u"));
        file.remove(each -> true);
        try (var files = Files.list(folder)) {
            assertThat(files.map(each -> each.getFileName().toString()))
                    .containsExactlyInAnyOrder("access", "access.lock");
        }
        assertThat(file.rules()).isEmpty();
    }

    private static AccessRule all(String name) {
        return new AccessRule(AccessSubject.user(name), RuleConditions.ALL);
    }
}
