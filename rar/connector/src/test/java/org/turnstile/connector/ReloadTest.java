/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnstile.testkit.dicom.UserIdentityBytes.passcode;

import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.turnstile.testkit.dicom.Examples;
import org.turnstile.testkit.dicom.ScriptedPeer;

/** Edits of the folder while the adapter runs: they count from the next login on. */
class ReloadTest {

    @RegisterExtension private final RunningAdapter adapter = RunningAdapter.with(home -> {});

    private ScriptedPeer accepted(String subItem) {
        ScriptedPeer peer = adapter.associate(subItem);
        peer.expectAccept();
        return peer;
    }

    @Test
    void userThatIsAdded_comesIn() {
        accepted(Examples.ALICE_SECRET1);

        adapter.home().add("users", Home.line("carol", "new")).save("users");

        assertThat(adapter.caller(accepted(passcode("carol", "new", true))).name())
                .isEqualTo("carol");
    }

    @Test
    void userThatIsRemoved_isRefusedThoughRememberedAsGood() {
        accepted(Examples.ALICE_SECRET1);

        adapter.home().set("users", Home.line("bob", "builder")).save("users");

        adapter.associate(Examples.ALICE_SECRET1).expect(Examples.RJ121);
    }

    @Test
    void case143_roleThatIsTakenAway_goneFromTheNextLoginOn() {
        ScriptedPeer before = accepted(Examples.ALICE_SECRET1);

        adapter.home().set("roles", "dicom-echo = user:alice").save("roles");

        // an association keeps the roles of its login
        assertThat(adapter.caller(before).roles()).contains("dicom-store");
        assertThat(adapter.caller(accepted(Examples.ALICE_SECRET1)).roles())
                .containsExactly("dicom-echo");
    }

    @Test
    void usersFileWithAnError_nobodyIsRefusedAndNobodyComesInUntilItIsMended() {
        accepted(Examples.ALICE_SECRET1);

        adapter.home().add("users", "carol").save("users");
        adapter.associate(Examples.ALICE_SECRET1).expect(Examples.RJ231);
        assertThat(adapter.associations().rejected().get(0).cause())
                .contains("users")
                .contains("no colon");

        adapter.home().set("users", Home.line("alice", "secret")).save("users");
        accepted(Examples.ALICE_SECRET1);
    }

    @Test
    void loginEntryThatIsAdded_counts() {
        String jwt = "58 00 00 07 05 01 00 01 74 00 00";
        adapter.associate(jwt).expect(Examples.RJ121);

        adapter.home().entry("turnstile-jwt", GatedLoginModule.class, "").save("login.conf");

        assertThat(adapter.caller(accepted(jwt)).name()).isEqualTo(GatedLoginModule.CALLER);
    }

    @Test
    void reloadByJmx_readsLoginConfWhateverItsTimeSays() throws Exception {
        var file = adapter.home().folder().resolve("login.conf");
        FileTime old = FileTime.fromMillis(1_700_000_000_000L);
        Files.setLastModifiedTime(file, old);
        accepted(Examples.ALICE1);
        String text = Files.readString(file);

        // the same size and time, written in place
        Files.writeString(file, text.replace("turnstile-username", "turnstile-sumename"));
        Files.setLastModifiedTime(file, old);
        accepted(Examples.ALICE1);
        adapter.management().adapter().reload();

        adapter.associate(Examples.ALICE1).expect(Examples.RJ121);
    }
}
