/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstile.api.access.AccessLimits;
import org.turnstile.api.access.AccessText;

/** The rules that the demo starts with. */
class DemoAccessTest {

    @TempDir private Path folder;

    @Test
    void theRulesAreThoseThatTheBannerTellsOf() throws Exception {
        new DemoHome(folder).prepare();
        List<String> rules = new ArrayList<>();
        AccessText.read(folder.resolve("access"), AccessLimits.DEFAULT)
                .rules((line, rule) -> rules.add(rule.toString()));
        assertThat(rules)
                .containsExactly(
                        "user chief all",
                        "user radiologist institution NORTH",
                        "user one-time institution NORTH",
                        "user referrer patient DEMO-3",
                        "user referrer patient DEMO-4");
    }
}
