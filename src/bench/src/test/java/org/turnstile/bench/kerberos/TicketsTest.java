/* SPDX-License-Identifier: Apache-2.0 */
package org.turnstile.bench.kerberos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnstile.api.kerberos.Framing;
import org.turnstile.api.kerberos.KerberosToken;
import org.turnstile.bench.load.LoadException;
import org.turnstile.bench.load.Scp;
import org.turnstile.dicom.dimse.client.IdentityNotConfirmedException;
import org.turnstile.dicom.pdu.UserIdentityRq;
import org.turnstile.eua.agent.KerberosConfiguration;
import org.turnstile.eua.agent.KerberosInitiator;
import org.turnstile.eua.agent.KeytabKey;
import org.turnstile.eua.kdc.Kdc;
import org.turnstile.eua.kdc.KdcOptions;

class TicketsTest {

    private static final String SERVICE = "dicom/localhost";

    @TempDir private Path folder;
    private Kdc kdc;
    private KerberosInitiator modality;

    @BeforeEach
    void takeATicket() throws Exception {
        kdc = Kdc.start(KdcOptions.defaults());
        kdc.addPrincipal("modality", "modality-pass".toCharArray());
        kdc.addService(SERVICE);
        kdc.writeKeytab(folder.resolve("keytab"), "modality");
        kdc.writeKrb5Conf(folder.resolve("krb5.conf"));
        KerberosConfiguration configuration =
                KerberosConfiguration.find(
                        Map.of("KRB5_CONFIG", folder.resolve("krb5.conf").toString()));
        modality =
                KerberosInitiator.open(
                        KeytabKey.of(folder.resolve("keytab"), "modality", configuration),
                        configuration);
    }

    @AfterEach
    void stopKdc() {
        modality.close();
        kdc.close();
    }

    @Test
    void eachIdentityIsARequestOfItsOwnInTheFramingWanted() throws Exception {
        Tickets tickets = new Tickets(modality, SERVICE, Framing.SPNEGO, 2);

        UserIdentityRq first = tickets.identity();
        UserIdentityRq second = tickets.identity();

        assertThat(first.type()).isEqualTo(3);
        assertThat(first.positiveResponseRequested()).isTrue();
        assertThat(KerberosToken.request(first.primary()).framing()).isEqualTo(Framing.SPNEGO);
        assertThat(first.primary()).isNotEqualTo(second.primary());
    }

    @Test
    void aServiceThatTheKdcDoesNotKnowGivesNoIdentity() {
        Tickets tickets = new Tickets(modality, "dicom/nowhere", Framing.RAW, 1);

        assertThatThrownBy(tickets::identity)
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("dicom/nowhere");
    }

    @Test
    void aPeerThatDoesNotProveItselfIsNotMeasured() throws Exception {
        Tickets tickets = new Tickets(modality, SERVICE, Framing.RAW, 1);
        try (Scp scp = new Scp()) {
            assertThatThrownBy(() -> tickets.prove(scp.target(), Duration.ofSeconds(20)))
                    .isInstanceOf(IdentityNotConfirmedException.class);
        }
    }

    @Test
    void oneRequestIsTheLeastThatCanBeMadeAhead() {
        assertThatThrownBy(() -> new Tickets(modality, SERVICE, Framing.RAW, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ahead: 0");
    }
}
