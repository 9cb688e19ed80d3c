/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.it.wildfly;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** The pair of scripts: what install does is done once, and remove takes all of it back. */
class InstallScriptsIT {

    @Test
    void installTwiceIsInstallOnceAndRemoveLeavesTheServerAsItWas() throws Exception {
        Server server = Server.create("scripts");
        String untouched = configuration(server);

        server.runShipped("wildfly-install.cli");
        String installed = configuration(server);
        assertThat(installed).contains("TurnstileDomain", "turnstile.ear#turnstile.rar");
        server.runShipped("wildfly-install.cli");
        assertThat(configuration(server)).isEqualTo(installed);

        server.runShipped("wildfly-remove.cli");
        assertThat(configuration(server)).isEqualTo(untouched);
        server.runShipped("wildfly-remove.cli");
        assertThat(configuration(server)).isEqualTo(untouched);
    }

    private static String configuration(Server server) throws IOException {
        return Files.readString(server.configuration());
    }
}
