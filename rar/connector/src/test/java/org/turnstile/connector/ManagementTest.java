/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.turnstile.connector.management.AdapterMXBean;
import org.turnstile.connector.management.AssociationView;
import org.turnstile.connector.management.ListenerMXBean;
import org.turnstile.testkit.dicom.Examples;
import org.turnstile.testkit.dicom.ScriptedPeer;

/** What operators see and do by JMX. */
class ManagementTest {

    @RegisterExtension
    private final RunningAdapter adapter = RunningAdapter.with(home -> home.listener("SECOND"));

    private ScriptedPeer accepted() {
        ScriptedPeer peer = adapter.associate(Examples.ALICE_SECRET1);
        peer.expectAccept();
        // answered by an association that is established on our side too
        assertThat(RunningAdapter.echo(peer, 1).status()).isZero();
        return peer;
    }

    @Test
    void beans_oneForTheAdapterAndOneForEachListener() {
        assertThat(adapter.management().listeners()).containsExactlyInAnyOrder("default", "SECOND");
        assertThat(adapter.management().adapter().getHome())
                .isEqualTo(adapter.home().folder().toString());

        adapter.bean().stop();

        assertThat(adapter.management().present()).isFalse();
    }

    @Test
    void listener_countsWhatHappened() {
        ScriptedPeer peer = accepted();
        adapter.associate().expect(Examples.RJ121);
        adapter.associate(Examples.SECONDARY_LENGTH_MISSING).expect(Examples.ABORT26);
        ListenerMXBean listener = adapter.management().listener(Home.DEFAULT);
        assertThat(listener.getOpenAssociations()).isEqualTo(1);

        peer.send(Examples.RELEASE_RQ).expect(Examples.RELEASE_RP);

        await().until(() -> listener.getOpenAssociations() == 0);
        await().until(() -> !listener.getRejected().isEmpty());
        assertThat(listener.getName()).isEqualTo("default");
        assertThat(listener.getAccepted()).isEqualTo(1);
        assertThat(listener.getRejected()).isEqualTo(Map.of("1/2/1", 1L));
        assertThat(listener.getClosed()).isEqualTo(Map.of("RELEASED", 1L));
        assertThat(listener.getMalformed()).isEqualTo(1);
        assertThat(listener.getRequests()).isEqualTo(Map.of("C-ECHO 0000H", 1L));
        assertThat(listener.getRequestMicros()).isPositive();
        assertThat(listener.getLogins()).isEqualTo(Map.of("PASSCODE granted", 1L));
        assertThat(adapter.management().listener("SECOND").getAccepted()).isZero();
    }

    @Test
    void association_shownAndClosed() {
        ScriptedPeer peer = accepted();
        AdapterMXBean bean = adapter.management().adapter();

        AssociationView view = bean.getAssociations().get(0);
        assertThat(view.getUser()).isEqualTo("alice");
        assertThat(view.getListener()).isEqualTo("default");
        assertThat(view.getCalledAeTitle()).isEqualTo("TURNSTILE");
        assertThat(view.getCallingAeTitle()).isEqualTo("SCRIPTED");
        assertThat(view.getPeer()).startsWith("/127.0.0.1:");
        assertThat(view.getLine()).isEqualTo("PLAIN");
        assertThat(Instant.parse(view.getSince())).isBeforeOrEqualTo(Instant.now());
        assertThat(bean.closeAssociation(view.getId())).isTrue();

        peer.expect(Examples.ABORT00);
        await().until(() -> bean.getAssociations().isEmpty());
        assertThat(bean.closeAssociation(view.getId())).isFalse();
        await().until(() -> adapter.associations().names().size() == 2);
        assertThat(adapter.associations().names().get(1)).isEqualTo("closed ABORTED_BY_US");
    }

    @Test
    void load_isZeroWhenNothingIsUnderWay() {
        accepted();
        AdapterMXBean bean = adapter.management().adapter();

        await().until(() -> bean.getRunningLogins() == 0 && bean.getRunningRequests() == 0);
        assertThat(bean.getWaitingLogins()).isZero();
        assertThat(bean.getWaitingRequests()).isZero();
    }

    @Test
    void associationsObject_showsTheSame() {
        AssociationsObject associations = new AssociationsObject();
        associations.setResourceAdapter(adapter.bean());
        ScriptedPeer peer = accepted();

        assertThat(associations.home()).isEqualTo(adapter.home().folder());
        assertThat(associations.live()).hasSize(1);
        assertThat(associations.close(associations.live().get(0).id())).isTrue();
        peer.expect(Examples.ABORT00);
        assertThat(associations.close("no such")).isFalse();

        adapter.bean().stop();
        assertThat(associations.live()).isEmpty();
        associations.reload();
    }
}
