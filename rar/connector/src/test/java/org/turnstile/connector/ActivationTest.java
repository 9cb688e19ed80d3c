/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.InvalidPropertyException;
import jakarta.resource.spi.ResourceAdapter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.turnstile.api.EchoListener;
import org.turnstile.api.StoreListener;
import org.turnstile.testkit.container.FakeMessageEndpointFactory;
import org.turnstile.testkit.dicom.AssociateRqBytes;
import org.turnstile.testkit.dicom.Examples;
import org.turnstile.testkit.dicom.ScriptedPeer;
import org.turnstile.testkit.dicom.Uids;

/** What activations open and close, and which of them are refused. */
class ActivationTest {

    private static final String MR = "1.2.840.10008.5.1.4.1.1.4";

    @RegisterExtension
    private final RunningAdapter adapter =
            RunningAdapter.bare(
                    home ->
                            home.listener(Home.DEFAULT, "userIdentity = OPTIONAL")
                                    .listener("SECOND", "port = 0"));

    private FakeMessageEndpointFactory<EchoListener> echo() throws ResourceException {
        return adapter.activate(EchoListener.class, adapter.echo(), Home.DEFAULT);
    }

    private FakeMessageEndpointFactory<StoreListener> store(String sopClasses)
            throws ResourceException {
        return adapter.activate(
                StoreListener.class,
                adapter.store(),
                RunningAdapter.spec(Home.DEFAULT, sopClasses));
    }

    private static AssociateRqBytes contexts() {
        return AssociateRqBytes.verification()
                .context(1, Uids.VERIFICATION, Uids.IMPLICIT_VR_LE)
                .context(3, Uids.CT_IMAGE_STORAGE, Uids.IMPLICIT_VR_LE)
                .context(5, MR, Uids.IMPLICIT_VR_LE);
    }

    private boolean takes(int contextId) {
        return adapter.associate(contexts()).expectAccept().contextResults().get(contextId) == 0;
    }

    /** Nothing runs: neither threads nor beans. */
    private void assertNothingRuns() {
        await().until(() -> adapter.container().workManager().active().isEmpty());
        assertThat(adapter.management().present()).isFalse();
    }

    @Test
    void start_opensNothing() {
        assertNothingRuns();
    }

    @Test
    void activationsOfOneListener_join() throws ResourceException {
        echo();
        assertThat(takes(1)).isTrue();
        assertThat(takes(3)).isFalse();

        store(Uids.CT_IMAGE_STORAGE);
        assertThat(takes(3)).isTrue();
        assertThat(takes(5)).isFalse();
    }

    @Test
    void storage_isEveryStorageSopClass() throws ResourceException {
        store("");

        assertThat(takes(3)).isTrue();
        assertThat(takes(5)).isTrue();
        assertThat(takes(1)).isFalse();
    }

    @Test
    void sameSopClassTwice_refusedNamingBothAndTheFirstStays() throws ResourceException {
        store("");
        String both = adapter.store().getClass().getName();

        assertThatThrownBy(() -> store(Uids.CT_IMAGE_STORAGE + "," + MR))
                .isInstanceOf(ResourceException.class)
                .hasMessageContaining("both " + both + " and " + both)
                .hasMessageContaining("C-STORE of " + Uids.CT_IMAGE_STORAGE)
                .hasMessageContaining("listener default");
        assertThat(takes(3)).isTrue();
    }

    @Test
    void sameSopClassOnAnotherListener_taken() throws ResourceException {
        echo();
        adapter.activate(EchoListener.class, adapter.echo(), "SECOND");

        assertThat(adapter.management().listeners()).containsExactlyInAnyOrder("default", "SECOND");
    }

    @Test
    void unknownListener_refusedByNameAndNothingStays() {
        assertThatThrownBy(() -> adapter.activate(EchoListener.class, adapter.echo(), "nightly"))
                .isInstanceOf(ResourceException.class)
                .hasMessageContaining("'nightly'")
                .hasMessageContaining("turnstile.properties");
        assertNothingRuns();
    }

    @Test
    void badSopClasses_refusedByName() {
        assertThatThrownBy(() -> store(Uids.CT_IMAGE_STORAGE + ", CT"))
                .isInstanceOf(ResourceException.class)
                .hasMessageContaining("'CT'");
        assertThatThrownBy(() -> store("1.2,,1.3"))
                .isInstanceOf(ResourceException.class)
                .hasMessageContaining("''");
        assertNothingRuns();
    }

    @Test
    void specificationWithoutAListener_refused() {
        assertThatThrownBy(() -> adapter.activate(EchoListener.class, adapter.echo(), " "))
                .isInstanceOf(InvalidPropertyException.class)
                .hasMessageContaining("listener");
        assertThatThrownBy(() -> store(null))
                .isInstanceOf(InvalidPropertyException.class)
                .hasMessageContaining("sopClasses");
    }

    @Test
    void specificationOfAnotherAdapter_refusedByItsType() {
        var factory = FakeMessageEndpointFactory.of(EchoListener.class, adapter.echo());

        assertThatThrownBy(() -> adapter.container().activate(new Foreign(), factory))
                .isInstanceOf(ResourceException.class)
                .hasMessageContaining(Foreign.class.getName());
    }

    @Test
    void endpointWithoutOurInterfaces_refusedByItsName() {
        Runnable useless = () -> {};

        assertThatThrownBy(() -> adapter.activate(Runnable.class, useless, Home.DEFAULT))
                .isInstanceOf(ResourceException.class)
                .hasMessageContaining("none of our listener interfaces");
        assertNothingRuns();
    }

    @Test
    void portThatIsTaken_refusedNamingTheAddressAndNoThreadStays() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            adapter.home().listener(Home.DEFAULT, "port = " + taken.getLocalPort()).save();

            assertThatThrownBy(this::echo)
                    .isInstanceOf(ResourceException.class)
                    .hasMessageContaining("127.0.0.1:" + taken.getLocalPort());
            assertNothingRuns();
        }
    }

    @Test
    void wrongConfiguration_refusedWithFileLineKeyAndValue() {
        adapter.home().adapter("logins = many").save();

        assertThatThrownBy(this::echo)
                .isInstanceOf(ResourceException.class)
                .hasMessageContaining("turnstile.properties")
                .hasMessageContaining("logins")
                .hasMessageContaining("many");
        assertNothingRuns();
    }

    @Test
    void homeThatIsNotSet_refused() {
        adapter.bean().setHome("");
        TurnstileResourceAdapter homeless = new TurnstileResourceAdapter();

        assertThatThrownBy(
                        () -> {
                            adapter.container().startAdapter(homeless);
                            echo();
                        })
                .isInstanceOf(ResourceException.class)
                .hasMessageContaining("home: not set");
    }

    @Test
    void lastDeactivation_closesThePortAndEndsTheThreads() throws ResourceException {
        var echo = echo();
        var store = store("");
        int port = adapter.port();
        ScriptedPeer peer = adapter.associate(contexts());
        peer.expectAccept();

        adapter.deactivate(echo);
        assertThat(takes(3)).isTrue();
        adapter.deactivate(store);

        peer.expect(Examples.ABORT00);
        assertThatThrownBy(() -> ScriptedPeer.connect(port))
                .hasRootCauseInstanceOf(IOException.class);
        assertNothingRuns();
        assertThat(adapter.log().entries(1002)).hasSize(1);
    }

    @Test
    void deactivationOfWhatWasNeverActivated_tolerated() {
        var never = FakeMessageEndpointFactory.of(EchoListener.class, adapter.echo());

        adapter.deactivate(never);
        new TurnstileResourceAdapter().endpointDeactivation(never, new TurnstileActivationSpec());

        assertNothingRuns();
    }

    @Test
    void tenTimesOpenedAndClosed_nothingIsLeft() throws ResourceException {
        for (int i = 0; i < 10; i++) {
            var echo = echo();
            assertThat(takes(1)).isTrue();
            adapter.deactivate(echo);
            assertNothingRuns();
        }
    }

    /** An activation specification that is not ours. */
    static final class Foreign implements ActivationSpec {
        @Override
        public void validate() {
            // nothing to say
        }

        @Override
        public ResourceAdapter getResourceAdapter() {
            return null;
        }

        @Override
        public void setResourceAdapter(ResourceAdapter adapter) {
            // does not matter here
        }
    }
}
