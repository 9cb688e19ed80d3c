/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.jaas.kerberos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.turnstile.jaas.kerberos.Request.REALM;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.security.auth.kerberos.KerberosPrincipal;
import org.apache.kerby.kerberos.kerb.type.ticket.TicketFlag;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Users of other realms, and names that must not be taken for others. */
class KerberosRealmsTest {

    private static final String PARTNER = "PARTNER.TEST";
    private static final String NOT_TRUSTED = "KDC_ERR_PATH_NOT_ACCEPTED (28)";

    @TempDir private Path folder;
    private KerberosHome home;

    @BeforeEach
    void aHomeWithAKeytab() throws Exception {
        home = new KerberosHome(folder);
    }

    private Request bob() {
        return home.request().client("bob", PARTNER);
    }

    private Request bobBy(String transited) {
        return bob().ticket(
                        t ->
                                t.getTransited()
                                        .setContents(
                                                transited.getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void case85_userOfARealmThatIsNotTrusted_refused() {
        home.refuses(bob(), NOT_TRUSTED + ": bob@" + PARTNER + " is of a realm");
    }

    @Test
    void case85_notEvenTheKdcsWordMakesARealmTrusted() {
        home.refuses(
                bob().ticket(t -> t.getFlags().setFlag(TicketFlag.TRANSIT_POLICY_CHECKED)),
                NOT_TRUSTED);
    }

    @Test
    void case85_userOfATrustedRealm_takenUnderTheWholeName() throws Exception {
        home.options("trustedRealms=\"OTHER.TEST, " + PARTNER + "\"");

        assertThat(home.login(bob().bytes()).getPrincipals())
                .containsExactly(new KerberosPrincipal("bob@" + PARTNER));
        home.accepts(home.request());
    }

    @Test
    void realmsAreComparedExactly() throws Exception {
        home.options("trustedRealms=\"partner.test\"").refuses(bob(), NOT_TRUSTED);
    }

    @Test
    void everyRealmOnTheWayMustBeTrustedUnlessTheKdcHasChecked() throws Exception {
        home.options("trustedRealms=\"" + PARTNER + ", MIDDLE.TEST\"");

        home.accepts(bobBy("MIDDLE.TEST"));
        home.refuses(bobBy("MIDDLE.TEST,EVIL.TEST"), NOT_TRUSTED + ": bob@PARTNER.TEST comes by");
        home.accepts(
                bobBy("EVIL.TEST")
                        .ticket(t -> t.getFlags().setFlag(TicketFlag.TRANSIT_POLICY_CHECKED)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"MIDDLE.TEST,", ",", "EDU,MIT.", "/COM/HP,/APOLLO"})
    void aCompressedWayIsTrustedByNobody(String transited) throws Exception {
        home.options("trustedRealms=\"" + PARTNER + ", MIDDLE.TEST\"");

        home.refuses(bobBy(transited), NOT_TRUSTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin@" + REALM, "a\\b", "a\tb", "a\u0000b"})
    void aNameThatCouldBeReadInTwoWaysIsRefused(String name) {
        home.refuses(
                home.request().client(name, REALM),
                "the ticket's client: a name that is empty, too long or not plain ASCII");
    }

    @Test
    void aServicesUserIsNamedWithBothParts() throws Exception {
        assertThat(home.login(home.request().client("host/ct1", REALM).bytes()).getPrincipals())
                .containsExactly(new KerberosPrincipal("host/ct1@" + REALM));
    }

    @Test
    void anAnonymousTicketNamesNobody() {
        home.refuses(
                home.request().client("WELLKNOWN/ANONYMOUS", REALM),
                "an anonymous ticket names nobody");
    }
}
