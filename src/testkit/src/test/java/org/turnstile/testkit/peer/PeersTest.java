/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.testkit.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

class PeersTest {

    private static final String REQUIRED = "turnstile.peers.required";

    @Test
    void aProgramThatIsThereIsRunAndSaysWhatItSays() throws IOException, InterruptedException {
        Peers.Result result = Peers.run("sh", List.of("-c", "echo out; echo err >&2; exit 3"));

        assertThat(result.exit()).isEqualTo(3);
        assertThat(result.output()).contains("out").contains("err");
    }

    @Test
    void aProgramThatIsMissingSkipsTheTestAndSaysSo() {
        withRequired(
                "false",
                () ->
                        assertThatThrownBy(() -> Peers.require("no-such-peer"))
                                .isInstanceOf(TestAbortedException.class)
                                .hasMessageContaining("no-such-peer"));
    }

    @Test
    void aProgramThatIsMissingFailsTheTestWherePeersAreRequired() {
        withRequired(
                "true",
                () ->
                        assertThatThrownBy(() -> Peers.require("no-such-peer"))
                                .isInstanceOf(AssertionFailedError.class)
                                .hasMessageContaining("no-such-peer"));
    }

    private static void withRequired(String value, Runnable test) {
        String before = System.getProperty(REQUIRED, "false");
        System.setProperty(REQUIRED, value);
        try {
            test.run();
        } finally {
            System.setProperty(REQUIRED, before);
        }
    }
}
