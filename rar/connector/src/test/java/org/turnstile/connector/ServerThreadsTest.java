/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.util.concurrent.FastThreadLocal;
import io.netty.util.internal.InternalThreadLocalMap;
import jakarta.resource.ResourceException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.turnstile.api.EchoListener;
import org.turnstile.testkit.container.FakeMessageEndpointFactory;
import org.turnstile.testkit.dicom.Examples;
import org.turnstile.testkit.dicom.ScriptedPeer;

/**
 * The server calls the adapter on threads that outlive it. Whatever class of ours such a thread
 * kept would keep the class loader of a deployment that is gone.
 */
class ServerThreadsTest {

    @RegisterExtension
    private final RunningAdapter adapter =
            RunningAdapter.bare(home -> home.listener(Home.DEFAULT, "open = APPLICATION"));

    private final AssociationsObject associations = new AssociationsObject();

    @BeforeEach
    void bind() {
        associations.setResourceAdapter(adapter.bean());
        FastThreadLocal.removeAll();
    }

    private FakeMessageEndpointFactory<?> activate() throws ResourceException {
        return adapter.activate(EchoListener.class, adapter.echo(), Home.DEFAULT);
    }

    private static void assertClean() {
        assertThat(InternalThreadLocalMap.getIfSet()).isNull();
    }

    @Test
    void activationAndDeactivation_leaveNothing() throws ResourceException {
        associations.open();
        FakeMessageEndpointFactory<?> factory = activate();
        assertClean();

        adapter.deactivate(factory);
        assertClean();
    }

    @Test
    void activationThatFails_leavesNothing() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            adapter.home().listener(Home.DEFAULT, "port = " + taken.getLocalPort()).save();
            associations.open();

            assertThatThrownBy(this::activate).isInstanceOf(ResourceException.class);
        }
        assertClean();
    }

    @Test
    void openingAndStopping_leaveNothing() throws ResourceException {
        activate();
        associations.open();
        assertClean();

        adapter.bean().stop();
        assertClean();
    }

    @Test
    void orderToCloseAnAssociation_leavesNothing() throws ResourceException {
        associations.open();
        activate();
        ScriptedPeer peer = adapter.associate(Examples.ALICE1);
        peer.expectAccept();
        // answered by an association that is established on our side too
        assertThat(RunningAdapter.echo(peer, 1).status()).isZero();

        assertThat(associations.close(associations.live().get(0).id())).isTrue();
        assertClean();
    }
}
