/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.wildfly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.turnstile.it.scenarios.Home;

/** A server whose entry lacks work security: nobody could be told apart, so nothing is served. */
class MissingWorkSecurityIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String STARTED = "WFLYSRV0025";
    private static final Pattern OUR_MESSAGES = Pattern.compile("TURN\\d{4}");
    private static final String TAKE_AWAY =
            """
            embed-server --server-config=standalone.xml --std-out=discard
            cd /subsystem=resource-adapters/resource-adapter=turnstile
            :undefine-attribute(name=wm-elytron-security-domain)
            :write-attribute(name=wm-security,value=false)
            stop-embedded-server
            """;

    @Test
    void theDeploymentFailsWithOneMessageThatSaysWhatToPaste() throws Exception {
        Server server = Server.create("no-work-security");
        server.runShipped("wildfly-install.cli");
        Path script = Files.writeString(server.folder().resolve("take-away.cli"), TAKE_AWAY);
        server.runCli(script);
        Server.delete(server.home());
        Home home = Home.create(server.home(), Ports.free());

        try (RunningServer running = server.start()) {
            awaitStarted(server, running);
            server.deployEar();
            Path failed = server.deployments().resolve("turnstile.ear.failed");
            await().atMost(PATIENCE).until(() -> Files.exists(failed));

            String said = Files.readString(failed);
            assertThat(said).contains("write-attribute(name=wm-security,value=true)");
            assertThat(ourMessages(said)).isNotEmpty().containsOnly("TURN1003");
            assertThat(Ports.isOpen(home.port())).isFalse();
        }
    }

    private static void awaitStarted(Server server, RunningServer running) {
        await().atMost(PATIENCE)
                .until(() -> !running.process().isAlive() || server.logged(STARTED));
    }

    private static List<String> ourMessages(String text) {
        return OUR_MESSAGES.matcher(text).results().map(MatchResult::group).toList();
    }
}
