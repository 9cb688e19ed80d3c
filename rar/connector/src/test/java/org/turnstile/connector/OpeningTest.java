/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.resource.ResourceException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.turnstile.api.EchoListener;
import org.turnstile.testkit.dicom.Examples;

/** Ports that wait until the application says that it is ready. */
class OpeningTest {

    @RegisterExtension
    private final RunningAdapter adapter =
            RunningAdapter.bare(home -> home.listener(Home.DEFAULT, "open = APPLICATION"));

    private final AssociationsObject associations = new AssociationsObject();

    @BeforeEach
    void bind() {
        associations.setResourceAdapter(adapter.bean());
    }

    private void activate() throws ResourceException {
        adapter.activate(EchoListener.class, adapter.echo(), Home.DEFAULT);
    }

    @Test
    void activationFirst_opensWhenTheApplicationIsReady() throws ResourceException {
        activate();
        assertThat(adapter.management().listeners()).isEmpty();

        associations.open();
        associations.open();

        adapter.associate(Examples.ALICE1).expectAccept();
    }

    @Test
    void applicationFirst_opensWithTheActivation() throws ResourceException {
        associations.open();
        assertThat(adapter.management().present()).isFalse();

        activate();

        adapter.associate(Examples.ALICE1).expectAccept();
    }

    @Test
    void nextApplication_saysAnewThatItIsReady() throws ResourceException {
        var first = adapter.activate(EchoListener.class, adapter.echo(), Home.DEFAULT);
        associations.open();
        adapter.deactivate(first);

        activate();

        assertThat(adapter.management().listeners()).isEmpty();
    }

    @Test
    void portThatIsTakenByThen_theApplicationLearnsIt() throws IOException, ResourceException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            adapter.home().listener(Home.DEFAULT, "port = " + taken.getLocalPort()).save();
            activate();

            assertThatThrownBy(associations::open)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("127.0.0.1:" + taken.getLocalPort());
        }
    }
}
