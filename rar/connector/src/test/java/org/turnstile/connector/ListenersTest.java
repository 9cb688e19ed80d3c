/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnstile.testkit.dicom.AssociateRqBytes.with;
import static org.turnstile.testkit.dicom.UserIdentityBytes.passcode;

import jakarta.resource.ResourceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.turnstile.api.AssociationListener;
import org.turnstile.api.EchoListener;
import org.turnstile.testkit.container.Caller;
import org.turnstile.testkit.dicom.AssociateRqBytes;
import org.turnstile.testkit.dicom.Examples;
import org.turnstile.testkit.dicom.ScriptedPeer;

/** Listeners that share a port. */
class ListenersTest {

    private static final String WRONG = passcode("alice", "wrong", true);

    @RegisterExtension
    private final RunningAdapter adapter =
            RunningAdapter.bare(
                    home ->
                            home.listener(Home.DEFAULT, "aeTitles = TURNSTILE")
                                    .listener("OPEN", "userIdentity = OPTIONAL")
                                    .listener("AUDITED", "auditRequired = true"));

    private void serve(String listener) throws ResourceException {
        adapter.activate(EchoListener.class, adapter.echo(), listener);
    }

    private ScriptedPeer to(String called) {
        return adapter.associate(AssociateRqBytes.verification().called(called));
    }

    @Test
    void onePort_policyOfTheListenerThatTheCalledAeTitleNames() throws ResourceException {
        serve(Home.DEFAULT);
        serve("OPEN");
        assertThat(adapter.management().port("OPEN")).isEqualTo(adapter.port());

        to("TURNSTILE").expect(Examples.RJ121);
        ScriptedPeer peer = to("OPEN");
        peer.expectAccept();

        assertThat(adapter.caller(peer)).isEqualTo(Caller.ANONYMOUS);
        assertThat(adapter.echo().last().request().association().listener()).isEqualTo("OPEN");
    }

    @Test
    void case56_wrongCalledAeTitleAndBadPasscode_noCredentialIsLookedAt() throws ResourceException {
        serve(Home.DEFAULT);
        adapter.activate(AssociationListener.class, adapter.associations(), Home.DEFAULT);

        adapter.associate(with(WRONG).called("NOBODY")).expect(Examples.RJ117);

        assertThat(adapter.management().listener(Home.DEFAULT).getLogins()).isEmpty();
        assertThat(adapter.log().entries(1011))
                .singleElement()
                .asString()
                .contains("1/1/7", "NOBODY");
    }

    @Test
    void listenerWhoseServiceIsNotActivated_transientlyRejected() throws ResourceException {
        serve(Home.DEFAULT);

        to("OPEN").expect(Examples.RJ231);
    }

    @Test
    void auditRequiredAndNobodyListens_transientlyRejected() throws ResourceException {
        serve(Home.DEFAULT);
        serve("AUDITED");

        adapter.associate(with(Examples.ALICE1).called("AUDITED")).expect(Examples.RJ231);
        adapter.activate(AssociationListener.class, adapter.associations(), "AUDITED");
        adapter.associate(with(Examples.ALICE1).called("AUDITED")).expectAccept();

        assertThat(adapter.associations().names()).containsExactly("opened");
    }
}
